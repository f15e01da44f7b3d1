package org.entente.node.frontier.mirror;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.entente.node.frontier.FrontierSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refreshes the mirror on a fixed schedule. */
@Configuration(proxyBeanMethods = false)
class MirrorJob {
    @Bean
    RecurringTask<Void> frontierMirror(RefreshMirror refreshMirror, FrontierSettings settings, InstantSource clock) {
        return Tasks.recurring("frontier-mirror", FixedDelay.of(settings.mirrorEvery()))
                .execute((instance, context) -> {
                    try {
                        refreshMirror.refresh(clock.instant());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
