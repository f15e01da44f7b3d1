package org.entente.node.frontier.statement;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** States soon after midnight what crossed on the day before. */
@Configuration(proxyBeanMethods = false)
class StatementsJob {
    private static final Duration EVERY = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> frontierStatements(SignStatements signStatements, InstantSource clock) {
        return Tasks.recurring("frontier-statements", FixedDelay.of(EVERY))
                .execute((instance, context) -> signStatements.signDaysThatAreOver(clock.instant()));
    }
}
