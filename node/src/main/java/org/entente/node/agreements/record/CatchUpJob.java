package org.entente.node.agreements.record;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks into the mirror often; how often the mirror itself is fresh is the frontier's setting. */
@Configuration(proxyBeanMethods = false)
class CatchUpJob {
    @Bean
    RecurringTask<Void> catchUpWithDepositaries(CatchUp catchUp, InstantSource clock) {
        return Tasks.recurring("agreements-catch-up", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> catchUp.catchUp(clock.instant()));
    }

    @Bean
    RecurringTask<Void> confirmEntentes(NoteConfirmations noteConfirmations, InstantSource clock) {
        return Tasks.recurring("agreements-confirmations", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> noteConfirmations.note(clock.instant()));
    }
}
