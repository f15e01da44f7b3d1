package org.entente.node.trust.examine;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the directory's copies as often as they may have changed. */
@Configuration(proxyBeanMethods = false)
class ExamineDirectoryJob {
    static final Duration EVERY = Duration.ofSeconds(60);

    @Bean
    RecurringTask<Void> examineTrustDirectory(ExamineDirectory examineDirectory, InstantSource clock) {
        return Tasks.recurring("trust-examine-directory", FixedDelay.of(EVERY))
                .execute((instance, context) -> examineDirectory.examine(clock.instant()));
    }
}
