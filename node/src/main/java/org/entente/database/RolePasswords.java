package org.entente.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password per role, each in a file that only the owner reads. */
record RolePasswords(Path directory, SecureRandom random) {
    private static final int BYTES = 24;

    RolePasswords {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new DatabaseFailed("the passwords' directory could not be made", e);
        }
    }

    /** The role's password, made at the first call. */
    synchronized String of(String role) {
        Path file = directory.resolve(role);
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[BYTES];
                random.nextBytes(secret);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(secret));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new DatabaseFailed("the password of " + role + " could not be read", e);
        }
    }
}
