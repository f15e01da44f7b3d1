package org.entente.node.wallet.receiving;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Renews what is due, every ten minutes. */
@Configuration(proxyBeanMethods = false)
class RenewAttestationsJob {
    private static final Logger LOG = LoggerFactory.getLogger(RenewAttestationsJob.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> walletRenewsAttestations(RenewAttestations renewAttestations, InstantSource clock) {
        return Tasks.recurring("wallet-renews-attestations", FixedDelay.of(EVERY))
                .execute((instance, context) ->
                        Round.of(EVERY, clock).run(time -> renewed(renewAttestations, clock, time)));
    }

    /** One that cannot be read or kept keeps the others from nothing: it was moved on when it was taken. */
    private static boolean renewed(RenewAttestations renewAttestations, InstantSource clock, IssuerTime time) {
        try {
            return renewAttestations.renewOne(clock.instant(), time);
        } catch (RuntimeException e) {
            LOG.error("a renewal failed: {}", e.getClass().getName());
            return true;
        }
    }
}
