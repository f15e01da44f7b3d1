package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long each issuer was waited for in one round of renewals, so that a slow one takes its own time and nobody else's. Who
 * has many issuers on one host has the time of one.
 */
final class IssuerTime {
    private static final Duration EACH = Duration.ofMinutes(1);

    private final Map<String, Duration> spent = new ConcurrentHashMap<>();

    /** Whether an issuer has had what a round has for it. */
    boolean isUsedUp(URI issuer) {
        return spent.getOrDefault(issuer.getRawAuthority(), Duration.ZERO).compareTo(EACH) >= 0;
    }

    /** Does something for which an issuer is waited for, however it ends. */
    void spend(URI issuer, Runnable renewal) {
        long begun = System.nanoTime();
        try {
            renewal.run();
        } finally {
            add(issuer, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    void add(URI issuer, Duration time) {
        spent.merge(issuer.getRawAuthority(), time, Duration::plus);
    }
}
