package org.entente.node.agreements.course;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often whether somebody can be confirmed; how often the mirror asks them is the frontier's setting. */
@Configuration(proxyBeanMethods = false)
class MeetMembersJob {
    @Bean
    RecurringTask<Void> meetMembers(MeetMembers meetMembers, InstantSource clock) {
        return Tasks.recurring("agreements-meet-members", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> meetMembers.meet(clock.instant()));
    }
}
