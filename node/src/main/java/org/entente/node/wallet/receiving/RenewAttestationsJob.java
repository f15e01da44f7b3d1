package org.entente.node.wallet.receiving;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Renews what is due, every ten minutes, so many at a time. */
@Configuration(proxyBeanMethods = false)
class RenewAttestationsJob {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 100;

    @Bean
    RecurringTask<Void> walletRenewsAttestations(RenewAttestations renewAttestations, InstantSource clock) {
        return Tasks.recurring("wallet-renews-attestations", FixedDelay.of(EVERY))
                .execute((instance, context) -> {
                    int renewed = 0;
                    while (renewed < AT_ONCE && renewAttestations.renewOne(clock.instant())) {
                        renewed++;
                    }
                });
    }
}
