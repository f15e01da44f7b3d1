package org.entente.node.names.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.fuzz.Parser;

/** What an officer writes as the number of a file, for the tests that feed readers with anything. */
public final class FileNumberParsers {
    private FileNumberParsers() {}

    public static List<Parser> all() {
        return List.of(new Parser(
                "file-number", List.of("3F2A 91C0-77be".getBytes(StandardCharsets.UTF_8)), 1, FileNumberParsers::read));
    }

    private static Object read(byte[] written) {
        return FileNumber.read(new String(written, StandardCharsets.UTF_8))
                .map(FileNumber::grouped)
                .orElseThrow(() -> new ProtocolError("invalid_request", "refused"));
    }
}
