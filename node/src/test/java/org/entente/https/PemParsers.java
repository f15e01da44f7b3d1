package org.entente.https;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.fuzz.Parser;

/** The readers of certificates and keys that lie in files. */
public final class PemParsers {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Path folder;

    private PemParsers(Path folder) {
        this.folder = folder;
    }

    /** @param folder for the samples, and for each input in its turn */
    public static List<Parser> all(Path folder) {
        PemParsers all = new PemParsers(folder);
        Path authority = LoopbackAuthority.open(folder, new SecureRandom(), NOW).file();
        byte[] certificate = bytes(authority);
        byte[] key = key(folder);
        return List.of(
                new Parser("pem-certificate", List.of(certificate), 4, input -> all.met(input, Pem::certificate)),
                new Parser("pem-key", List.of(key), 4, input -> all.met(input, Pem::key)),
                new Parser(
                        "pem-authorities", List.of(certificate), 4, input -> all.met(input, TrustedAuthorities::read)));
    }

    private interface Reading {
        Object read(Path file) throws IOException;
    }

    private Object met(byte[] input, Reading reading) {
        try {
            Path file = Files.write(folder.resolve("input.pem"), input);
            reading.read(file);
            return "";
        } catch (IOException | IllegalArgumentException e) {
            throw new ProtocolError("invalid_request", "refused");
        }
    }

    private static byte[] key(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8).contains("PRIVATE KEY"))
                    .findFirst()
                    .map(PemParsers::bytes)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
