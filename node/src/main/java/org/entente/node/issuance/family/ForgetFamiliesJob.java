package org.entente.node.issuance.family;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, each hour, the families whose copies have long expired, and of which wallet those are that it does not confirm. */
@Configuration(proxyBeanMethods = false)
class ForgetFamiliesJob {
    @Bean
    RecurringTask<Void> forgetFamilies(Families families, AwaitedFamilies awaited, InstantSource clock) {
        return Tasks.recurring("issuance-forget-families", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                    families.forget(today);
                    awaited.forget(today);
                });
    }
}
