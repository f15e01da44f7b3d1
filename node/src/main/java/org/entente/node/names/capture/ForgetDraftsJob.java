package org.entente.node.names.capture;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets drafts that nobody has come back to. */
@Configuration(proxyBeanMethods = false)
class ForgetDraftsJob {
    private static final Duration KEPT = Duration.ofDays(14);

    @Bean
    RecurringTask<Void> forgetDrafts(Drafts drafts, InstantSource clock) {
        return Tasks.recurring("names-drafts", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> drafts.forget(clock.instant().minus(KEPT)));
    }
}
