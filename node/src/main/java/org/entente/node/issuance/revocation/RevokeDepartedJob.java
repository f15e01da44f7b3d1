package org.entente.node.issuance.revocation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Revokes, every ten minutes, what was made from records that have left, so many at a time. */
@Configuration(proxyBeanMethods = false)
class RevokeDepartedJob {
    private static final int TRANSACTIONS_IN_A_RUN = 40;

    @Bean
    RecurringTask<Void> revokeDeparted(RevokeDeparted revokeDeparted, InstantSource clock) {
        return Tasks.recurring("issuance-revoke-departed", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    int done = 0;
                    while (done < TRANSACTIONS_IN_A_RUN
                            && revokeDeparted.revokeSome(clock.instant()) == RevokeDeparted.AT_ONCE) {
                        done++;
                    }
                });
    }
}
