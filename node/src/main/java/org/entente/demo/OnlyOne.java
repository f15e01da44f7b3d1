package org.entente.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder for one demo at a time: a second one would empty the databases of the first. Ends with the process. */
record OnlyOne(FileChannel held) implements AutoCloseable {
    /**
     * Takes the folder.
     *
     * @throws DemoFailed when a demo has it
     */
    static OnlyOne in(Path home) {
        try {
            FileChannel channel = FileChannel.open(
                    Files.createDirectories(home).resolve("demo.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                return new OnlyOne(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new DemoFailed("on ne peut écrire dans " + home + " · " + home + " cannot be written to", e);
        }
        throw new DemoFailed("une démonstration tourne déjà dans " + home.toAbsolutePath()
                + "\u202f; arrêtez-la d’abord · a demo runs in this folder already: end it first");
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw new DemoFailed("the demo's folder could not be released", e);
        }
    }
}
