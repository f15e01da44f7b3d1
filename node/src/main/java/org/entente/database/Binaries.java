package org.entente.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the class path into a directory that bears their digest, so that a new release
 * of them never runs as the old one; there is nothing secret in them.
 */
record Binaries(Path directory) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String NAME = "programs";
    private static final String FRESH = NAME + "-";
    private static final int DIGITS = 16;
    private static final Set<PosixFilePermission> FOR_ALL = PosixFilePermissions.fromString("rwxr-xr-x");

    /** Where the packed programs are read. */
    interface Archive {
        InputStream open() throws IOException;
    }

    /** Unpacks the programs under {@code parent} unless they are there; whoever calls is the only one who does. */
    static Binaries unpack(Path parent) throws IOException {
        return unpack(parent, Binaries::archive);
    }

    /** As {@link #unpack(Path)}, from another archive. */
    static Binaries unpack(Path parent, Archive archive) throws IOException {
        Trees.deleteLeft(parent, FRESH);
        Path home = parent.resolve(NAME + "." + digest(archive));
        if (!Files.isDirectory(home)) {
            Path fresh = Files.createTempDirectory(parent, FRESH);
            extract(archive, fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.getPosixFilePermissions(home).equals(FOR_ALL)) {
            Files.setPosixFilePermissions(home, FOR_ALL);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    /** Whether a command line, as PostgreSQL notes it, is of these programs; there links are followed. */
    boolean run(String commandLine) throws IOException {
        return commandLine.startsWith(directory.toRealPath().toString());
    }

    /**
     * The version of PostgreSQL that clusters are made for.
     *
     * @return its first number
     */
    String majorVersion() {
        String said = Programs.said(List.of(program("postgres"), "--version"));
        return said.replaceFirst(".*\\) ", "").split("\\D", 2)[0];
    }

    /** Removes programs of other releases; nothing runs them any more. */
    void deleteOthers() throws IOException {
        Path parent = Objects.requireNonNull(directory.getParent());
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, NAME + "*")) {
            for (Path other : found) {
                if (!other.equals(directory)) {
                    Trees.delete(other);
                }
            }
        }
    }

    private static String digest(Archive archive) throws IOException {
        try (InputStream packed = archive.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            packed.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static InputStream archive() {
        InputStream packed = Binaries.class.getResourceAsStream(ARCHIVE);
        if (packed == null) {
            throw new DatabaseFailed("no PostgreSQL for this machine comes with the program: name one by its address");
        }
        return packed;
    }

    private static void extract(Archive archive, Path target) throws IOException {
        try (InputStream packed = archive.open()) {
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
        Path inside = target.relativize(file);
        if (entry.isDirectory()) {
            make(target, inside, inside.getNameCount());
            return;
        }
        make(target, inside, inside.getNameCount() - 1);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, executable ? FOR_ALL : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** Makes the directories that a path begins with; whatever our umask is, another account enters them. */
    private static void make(Path target, Path inside, int depth) throws IOException {
        Path directory = target;
        for (int i = 0; i < depth; i++) {
            directory = directory.resolve(inside.getName(i));
            if (!Files.isDirectory(directory)) {
                Files.setPosixFilePermissions(Files.createDirectory(directory), FOR_ALL);
            }
        }
    }
}
