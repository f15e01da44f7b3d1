package org.entente.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.entente.protocols.ProtocolError;

/** Times in the bundle: RFC 3339 in UTC. */
final class Times {
    private Times() {}

    /** @throws ProtocolError when the text is no time */
    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProtocolError("invalid_bundle", "not a time");
        }
    }
}
