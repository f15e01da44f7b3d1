package org.entente.node.services.cases;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes cases when the clause's retention ends. */
@Configuration(proxyBeanMethods = false)
class ForgetCasesJob {
    private static final Duration EVERY = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> forgetCases(Cases cases, InstantSource clock) {
        return Tasks.recurring("services-forget-cases", FixedDelay.of(EVERY))
                .execute((instance, context) -> cases.removeAfterRetention(clock.instant()));
    }
}
