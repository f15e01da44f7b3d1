package org.entente.node.issuance.credential;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.issuance.nonce.Nonces;
import org.entente.node.issuance.offer.Offers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets offers and nonces that have ended, so that nothing leads from an account to a credential for longer. */
@Configuration(proxyBeanMethods = false)
class ForgetUsedJob {
    @Bean
    RecurringTask<Void> forgetOffersAndNonces(Offers offers, Nonces nonces, InstantSource clock) {
        return Tasks.recurring("issuance-forget", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> {
                    Instant now = clock.instant();
                    offers.forget(now);
                    nonces.forget(now);
                });
    }
}
