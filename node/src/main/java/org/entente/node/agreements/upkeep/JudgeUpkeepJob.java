package org.entente.node.agreements.upkeep;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks once a minute: what is due is due by the hour. */
@Configuration(proxyBeanMethods = false)
class JudgeUpkeepJob {
    @Bean
    RecurringTask<Void> judgeUpkeep(JudgeUpkeep judgeUpkeep, InstantSource clock) {
        return Tasks.recurring("agreements-judge-upkeep", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> judgeUpkeep.judge(clock.instant()));
    }
}
