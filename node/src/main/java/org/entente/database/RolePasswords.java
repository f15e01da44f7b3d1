package org.entente.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

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
    String of(String role) {
        try {
            return new SecretFile(directory.resolve(role), BYTES).read(random);
        } catch (IOException e) {
            throw new DatabaseFailed("the password of " + role + " can be neither read nor made", e);
        }
    }
}
