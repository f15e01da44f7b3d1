package org.entente.node.agreements.document;

import java.time.Instant;

/**
 * When a document binds; {@link Instant#MIN} and {@link Instant#MAX} where it sets no date.
 *
 * @param review when the parties look at it again; nothing ends by it
 */
public record Term(Instant from, Instant until, Instant review) {
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
