package org.entente.node.names.sound;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes recordings of which no file speaks any more, neither as it is nor as it could be again. */
@Configuration(proxyBeanMethods = false)
class RemoveRecordingsJob {
    @Bean
    RecurringTask<Void> removeRecordings(Recordings recordings, InstantSource clock) {
        return Tasks.recurring("names-recordings", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) ->
                        recordings.removeUnused(clock.instant().minus(Duration.ofHours(1))));
    }
}
