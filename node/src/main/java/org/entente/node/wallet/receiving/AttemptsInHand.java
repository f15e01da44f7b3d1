package org.entente.node.wallet.receiving;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The attempts that this process carries out. Each is held by a short lease, which a living process keeps renewing however
 * long an issuer takes: an attempt whose process died is free while the issuer's token still lives.
 */
@Component
class AttemptsInHand implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(AttemptsInHand.class);

    private final Offers offers;
    private final InstantSource clock;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("attempts-", 0).factory());

    AttemptsInHand(Offers offers, InstantSource clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /** Holds the attempt for as long as the work on it takes. */
    <T> T during(Attempt attempt, Supplier<T> work) {
        long millis = BEAT.toMillis();
        Future<?> beat = heart.scheduleWithFixedDelay(() -> hold(attempt), millis, millis, TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            beat.cancel(false);
        }
    }

    private void hold(Attempt attempt) {
        try {
            offers.hold(attempt, clock.instant());
        } catch (DataAccessException e) {
            LOG.warn("an attempt in hand could not be held for longer");
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
