package org.entente.node.signin.expiry;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what expired, each minute. */
@Configuration(proxyBeanMethods = false)
class ExpiryJob {
    @Bean
    RecurringTask<Void> forgetWhatExpired(List<Expiring> storages, InstantSource clock) {
        return Tasks.recurring("signin-expiry", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> storages.forEach(storage -> storage.removeExpired(clock.instant())));
    }
}
