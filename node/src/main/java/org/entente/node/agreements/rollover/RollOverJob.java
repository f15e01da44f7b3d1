package org.entente.node.agreements.rollover;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often whether a roll-over can go on. */
@Configuration(proxyBeanMethods = false)
class RollOverJob {
    @Bean
    RecurringTask<Void> rollOver(RollOn rollOn, InstantSource clock) {
        return Tasks.recurring("agreements-roll-over", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> rollOn.goOn(clock.instant()));
    }
}
