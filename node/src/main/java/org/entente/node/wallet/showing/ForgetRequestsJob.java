package org.entente.node.wallet.showing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, each hour, the requests that nobody has opened for a week; the history of what was shown stays. */
@Configuration(proxyBeanMethods = false)
class ForgetRequestsJob {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> walletForgetsRequests(Requests requests, InstantSource clock) {
        return Tasks.recurring("wallet-forgets-requests", FixedDelay.of(EVERY))
                .execute((instance, context) -> requests.forget(clock.instant().minus(KEPT)));
    }
}
