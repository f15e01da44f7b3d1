package org.entente.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the class path into a directory. */
record Binaries(Path directory) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /** Unpacks the programs under {@code parent} unless they are there; safe when several processes do it at once. */
    static Binaries unpack(Path parent) throws IOException {
        Path home = parent.resolve("programs");
        if (!Files.isDirectory(home)) {
            Path fresh = Files.createTempDirectory(Files.createDirectories(parent), "programs-");
            extract(fresh);
            publish(fresh, home);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            // another process was quicker; its copy is as good as ours
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void extract(Path target) throws IOException {
        try (InputStream packed = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new DatabaseFailed(
                        "no PostgreSQL for this machine comes with the program: name one by its address");
            }
            var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(InputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new DatabaseFailed("the archive of PostgreSQL names a file outside itself");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
