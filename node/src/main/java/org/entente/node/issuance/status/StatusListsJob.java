package org.entente.node.issuance.status;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the status lists roomy and fresh. */
@Configuration(proxyBeanMethods = false)
class StatusListsJob {
    @Bean
    RecurringTask<Void> maintainStatusLists(MaintainStatusLists maintain, InstantSource clock) {
        return Tasks.recurring("issuance-status-lists", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> maintain.maintain(clock.instant()));
    }
}
