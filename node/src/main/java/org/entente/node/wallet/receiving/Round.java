package org.entente.node.wallet.receiving;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Does what is due with issuers, so many things at a time, side by side, and so many in all. Each issuer has its own part of
 * the time.
 *
 * @param end after which nothing more is begun
 */
record Round(Instant end, InstantSource clock) {
    private static final int LANES = 4;
    private static final int MOST = 400;

    /** A round that begins now and begins nothing after so long. */
    static Round of(Duration length, InstantSource clock) {
        return new Round(clock.instant().plus(length), clock);
    }

    /** @param next does one thing that is due; false when there is none */
    void run(Predicate<IssuerTime> next) {
        IssuerTime time = new IssuerTime();
        AtomicInteger begun = new AtomicInteger();
        Runnable lane = () -> {
            boolean more = true;
            while (more && begun.getAndIncrement() < MOST && clock.instant().isBefore(end)) {
                more = next.test(time);
            }
        };
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LANES; i++) {
                lanes.execute(lane);
            }
        }
    }
}
