package org.entente.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a cluster's directory, and so stops its server: the first who opened it. The system knows it by a lock on a
 * file, and forgets it with the process. A second lock makes starts one after another.
 */
final class Tenure implements AutoCloseable {
    private static final ReentrantLock STARTING = new ReentrantLock();

    /** The system gives up all of a process' locks on a file when any of its channels to the file is closed. */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path home;
    private @Nullable FileChannel held;

    private Tenure(Path home, @Nullable FileChannel held) {
        this.home = home;
        this.held = held;
    }

    /** A start. */
    interface Start<T> {
        T run() throws IOException;
    }

    /** Takes the directory, unless another process, or another part of this one, holds it. */
    static Tenure of(Path home) throws IOException {
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(home)) {
                return new Tenure(home, null);
            }
            FileChannel channel = open(home.resolve("owner.lock"));
            if (channel.tryLock() == null) {
                channel.close();
                return new Tenure(home, null);
            }
            HELD_HERE.add(home);
            return new Tenure(home, channel);
        }
    }

    /** Does something while no other process, and no other part of this one, does it to the directory. */
    static <T> T alone(Path home, Start<T> start) throws IOException {
        STARTING.lock();
        try (FileChannel channel = open(home.resolve("start.lock"));
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock on " + home + " was lost");
            }
            return start.run();
        } finally {
            STARTING.unlock();
        }
    }

    boolean isOurs() {
        return held != null;
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            try {
                if (held != null) {
                    held.close();
                    HELD_HERE.remove(home);
                    held = null;
                }
            } catch (IOException e) {
                throw new DatabaseFailed("the directory of the database could not be released", e);
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
