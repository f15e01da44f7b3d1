package org.entente.node.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From when to when a certificate holds, and when its key is replaced: a quarter of the time before the end. */
record Validity(Instant now, Duration lifetime) {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    Instant notBefore() {
        return now.minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
    }

    Instant notAfter() {
        return now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    }

    Instant retireAfter() {
        return now.plus(lifetime.dividedBy(4).multipliedBy(3));
    }
}
