package org.entente.node.names.file;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.entente.node.names.NamesSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what files of names were before, once it can no longer be undone; keeps their keys comparable. */
@Configuration(proxyBeanMethods = false)
class FileJobs {
    @Bean
    RecurringTask<Void> forgetVersions(NameFiles files, NamesSettings settings, InstantSource clock) {
        return Tasks.recurring("names-versions", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> files.forget(clock.instant().minus(settings.undo())));
    }

    /** Within ten minutes of a start as well: an engine or an orthography may be another since. */
    @Bean
    RecurringTask<Void> renewKeys(ChangeNames change) {
        return Tasks.recurring("names-keys", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> change.renewKeys());
    }
}
