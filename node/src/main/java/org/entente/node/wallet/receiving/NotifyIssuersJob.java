package org.entente.node.wallet.receiving;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells issuers what they want to hear, every fifteen seconds: a token by which they may be told lives for minutes. */
@Configuration(proxyBeanMethods = false)
class NotifyIssuersJob {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyIssuersJob.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    @Bean
    RecurringTask<Void> walletNotifiesIssuers(
            NotifyIssuers notifyIssuers, Notifications notifications, InstantSource clock) {
        return Tasks.recurring("wallet-notifies-issuers", FixedDelay.of(EVERY)).execute((instance, context) -> {
            notifications.forgetEnded(clock.instant());
            Round.of(EVERY, clock).run(time -> notified(notifyIssuers, clock, time));
        });
    }

    /** One that cannot be read keeps the others from nothing: it was moved on when it was taken. */
    private static boolean notified(NotifyIssuers notifyIssuers, InstantSource clock, IssuerTime time) {
        try {
            return notifyIssuers.notifyOne(clock.instant(), time);
        } catch (RuntimeException e) {
            LOG.error("a notification failed: {}", e.getClass().getName());
            return true;
        }
    }
}
