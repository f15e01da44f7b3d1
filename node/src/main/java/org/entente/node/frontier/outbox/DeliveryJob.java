package org.entente.node.frontier.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for waiting messages twice a second and gives each lane to a thread of its own. */
@Configuration(proxyBeanMethods = false)
class DeliveryJob implements DisposableBean {
    private static final Duration EVERY = Duration.ofMillis(500);

    /** How many lanes are taken at once; the rest wait half a second more. */
    private static final int LANES = 32;

    private final ExecutorService carriers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("carrier-", 0).factory());

    @Bean
    RecurringTask<Void> frontierDelivery(DeliverMessages deliverMessages) {
        return Tasks.recurring("frontier-delivery", FixedDelay.of(EVERY))
                .execute((instance, context) -> deliverMessages
                        .takeLanes(LANES)
                        .forEach(lane -> carriers.execute(() -> deliverMessages.deliver(lane))));
    }

    @Override
    public void destroy() {
        carriers.shutdownNow();
    }
}
