package org.entente.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.entente.protocols.ProtocolError;

/** Times in the bundle: RFC 3339 in UTC. */
final class Times {
    /** Of the years that days, and sums with times, are certain to have. */
    private static final Pattern FORM = Pattern.compile("(?!0000)[0-9]{4}-[0-9T:.-]{14,25}Z");

    private Times() {}

    /** @throws ProtocolError when the text is no time */
    static Instant instant(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new ProtocolError("invalid_bundle", "not a time");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProtocolError("invalid_bundle", "not a time");
        }
    }
}
