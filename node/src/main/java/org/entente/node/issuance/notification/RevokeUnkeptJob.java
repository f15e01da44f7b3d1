package org.entente.node.issuance.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Revokes, every five minutes, the batches that no wallet has. */
@Configuration(proxyBeanMethods = false)
class RevokeUnkeptJob {
    @Bean
    RecurringTask<Void> revokeUnkept(RevokeUnkept revokeUnkept, InstantSource clock) {
        return Tasks.recurring("issuance-revoke-unkept", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> revokeUnkept.revoke(clock.instant()));
    }
}
