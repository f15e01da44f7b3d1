package org.entente.node.agreements.conclude;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often whether somebody is to be told; how often each is told, the talks say. */
@Configuration(proxyBeanMethods = false)
class CompareTablesJob {
    @Bean
    RecurringTask<Void> compareTables(CompareTables compareTables, InstantSource clock) {
        return Tasks.recurring("agreements-compare-tables", FixedDelay.of(Duration.ofSeconds(15)))
                .execute((instance, context) -> compareTables.compare(clock.instant()));
    }
}
