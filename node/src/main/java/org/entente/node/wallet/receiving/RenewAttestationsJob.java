package org.entente.node.wallet.receiving;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Renews what is due, every ten minutes, so many at a time, side by side. */
@Configuration(proxyBeanMethods = false)
class RenewAttestationsJob {
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
        Runnable lane = () -> {
            while (begun.getAndIncrement() < IN_A_ROUND && renewAttestations.renewOne(clock.instant(), time)) {}
        };
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LANES; i++) {
                lanes.execute(lane);
            }
        }
    }
}
