package org.entente.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A random secret in a file that only its owner reads. The file gets its name when the secret is on the disk, so that a
 * process killed at any moment leaves a whole one or none.
 *
 * @param bytes how long the secret is; the file holds it in hexadecimal
 */
public record SecretFile(Path file, int bytes) {
    /**
     * The secret, made at the first call; when several processes make it at once, one of theirs.
     *
     * @throws IOException when it can be neither read nor made
     */
    public String read(SecureRandom random) throws IOException {
        if (isMissing()) {
            make(random);
        }
        String secret = Files.readString(file);
        if (secret.length() != 2 * bytes) {
            throw new IOException(file + " does not hold a secret of " + bytes + " bytes");
        }
        return secret;
    }

    /** An empty file is what a killed process left that made it before its secret: nobody ever read one from it. */
    private boolean isMissing() throws IOException {
        if (Files.exists(file) && Files.size(file) == 0) {
            Files.delete(file);
        }
        return !Files.exists(file);
    }

    private void make(SecureRandom random) throws IOException {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".draft");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another process was quicker; its secret is as good as ours
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
