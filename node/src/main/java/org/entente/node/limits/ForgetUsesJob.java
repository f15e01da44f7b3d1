package org.entente.node.limits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, each minute, who did what in periods that have ended. */
@Configuration(proxyBeanMethods = false)
class ForgetUsesJob {
    @Bean
    RecurringTask<Void> forgetUses(Limits limits, InstantSource clock) {
        return Tasks.recurring("limits-forget", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> limits.removeExpired(clock.instant()));
    }
}
