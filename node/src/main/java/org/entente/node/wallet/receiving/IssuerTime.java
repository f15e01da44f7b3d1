package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How long each issuer was waited for in one round, so that a slow one takes its own time and nobody else's. Who has many
 * issuers on one host has the time of one.
 */
final class IssuerTime {
    private static final Duration EACH = Duration.ofMinutes(1);

    private final Map<String, Duration> spent = new ConcurrentHashMap<>();
    private final Set<String> waitedFor = new HashSet<>();

    /** The host of an issuer, by which it is told from others here. */
    static String host(URI issuer) {
        return issuer.getRawAuthority();
    }

    /**
     * Takes something that is due and does it, unless there is nothing.
     *
     * @param next takes what is due with nobody of these hosts, of whom one is waited for already or has had its time
     * @param issuer of what was taken
     * @return whether something was due
     */
    <T> boolean spendOnNext(Function<Set<String>, Optional<T>> next, Function<T, URI> issuer, Consumer<T> deed) {
        Optional<T> taken;
        synchronized (waitedFor) {
            taken = next.apply(passedOver());
            taken.map(issuer).map(IssuerTime::host).ifPresent(waitedFor::add);
        }
        taken.ifPresent(one -> {
            try {
                spend(issuer.apply(one), () -> deed.accept(one));
            } finally {
                synchronized (waitedFor) {
                    waitedFor.remove(host(issuer.apply(one)));
                }
            }
        });
        return taken.isPresent();
    }

    private Set<String> passedOver() {
        Set<String> hosts = new HashSet<>(waitedFor);
        spent.forEach((host, time) -> {
            if (time.compareTo(EACH) >= 0) {
                hosts.add(host);
            }
        });
        return hosts;
    }

    /** Whether an issuer has had what a round has for it. */
    boolean isUsedUp(URI issuer) {
        return spent.getOrDefault(host(issuer), Duration.ZERO).compareTo(EACH) >= 0;
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
        spent.merge(host(issuer), time, Duration::plus);
    }
}
