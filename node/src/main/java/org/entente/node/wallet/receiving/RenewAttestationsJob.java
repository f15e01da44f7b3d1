package org.entente.node.wallet.receiving;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Renews what is due, every ten minutes, so many at a time, side by side. */
@Configuration(proxyBeanMethods = false)
class RenewAttestationsJob {
    private static final Logger LOG = LoggerFactory.getLogger(RenewAttestationsJob.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int LANES = 4;
    private static final int IN_A_ROUND = 400;

    @Bean
    RecurringTask<Void> walletRenewsAttestations(RenewAttestations renewAttestations, InstantSource clock) {
        return Tasks.recurring("wallet-renews-attestations", FixedDelay.of(EVERY))
                .execute((instance, context) -> round(renewAttestations, clock));
    }

    private static void round(RenewAttestations renewAttestations, InstantSource clock) {
        IssuerTime time = new IssuerTime();
        AtomicInteger begun = new AtomicInteger();
        Instant end = clock.instant().plus(EVERY);
        Runnable lane = () -> {
            boolean more = true;
            while (more
                    && begun.getAndIncrement() < IN_A_ROUND
                    && clock.instant().isBefore(end)) {
                more = renewed(renewAttestations, clock.instant(), time);
            }
        };
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LANES; i++) {
                lanes.execute(lane);
            }
        }
    }

    /** One that cannot be read or kept keeps the others from nothing: it was moved on when it was taken. */
    private static boolean renewed(RenewAttestations renewAttestations, Instant now, IssuerTime time) {
        try {
            return renewAttestations.renewOne(now, time);
        } catch (RuntimeException e) {
            LOG.error("a renewal failed: {}", e.getClass().getName());
            return true;
        }
    }
}
