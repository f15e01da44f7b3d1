package org.entente.node.trust.member;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.entente.node.frontier.FrontierSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the members' copies as often as they are fetched. */
@Configuration(proxyBeanMethods = false)
@OnDirectory
class FollowMembersJob {
    @Bean
    RecurringTask<Void> followMembers(FollowMembers followMembers, FrontierSettings settings, InstantSource clock) {
        return Tasks.recurring("trust-follow-members", FixedDelay.of(settings.mirrorEvery()))
                .execute((instance, context) -> followMembers.follow(clock.instant()));
    }
}
