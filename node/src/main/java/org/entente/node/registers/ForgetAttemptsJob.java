package org.entente.node.registers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets who tried what, once it no longer limits anything. */
@Configuration(proxyBeanMethods = false)
class ForgetAttemptsJob {
    @Bean
    RecurringTask<Void> forgetAttempts(Attempts attempts, InstantSource clock) {
        return Tasks.recurring("registers-attempts", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> attempts.forget(clock.instant()));
    }
}
