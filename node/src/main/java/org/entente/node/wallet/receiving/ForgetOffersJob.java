package org.entente.node.wallet.receiving;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, each hour, the offers that nobody has opened for a week, and the nonces of servers that have given none since. */
@Configuration(proxyBeanMethods = false)
class ForgetOffersJob {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> walletForgetsOffers(Offers offers, ServerNonces nonces, InstantSource clock) {
        return Tasks.recurring("wallet-forgets-offers", FixedDelay.of(EVERY)).execute((instance, context) -> {
            offers.forget(clock.instant().minus(KEPT));
            nonces.forget(clock.instant().minus(EVERY));
        });
    }
}
