package org.entente.node.frontier.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/**
 * Looks for waiting messages twice a second and gives each lane to a thread of its own. Beside them a heart beats in each
 * process, so that the lease of a lane may be short and the wait for a recipient long.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    /** How many lanes are taken at once; the rest wait half a second more. */
    private static final int LANES = 32;

    private final DeliverMessages deliverMessages;
    private final ExecutorService carriers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("carrier-", 0).factory());
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("lanes-", 0).factory());
    private volatile boolean running;

    DeliveryJob(DeliverMessages deliverMessages) {
        this.deliverMessages = deliverMessages;
    }

    @Bean
    static RecurringTask<Void> frontierDelivery(DeliveryJob job) {
        return Tasks.recurring("frontier-delivery", FixedDelay.of(EVERY)).execute((instance, context) -> job.deliver());
    }

    private void deliver() {
        deliverMessages.takeLanes(LANES).forEach(lane -> carriers.execute(() -> deliverMessages.deliver(lane)));
    }

    private void beat() {
        try {
            deliverMessages.holdOn();
        } catch (DataAccessException e) {
            LOG.warn("the lanes in hand could not be held for longer");
        }
    }

    @Override
    public void start() {
        long millis = DeliverMessages.BEAT.toMillis();
        heart.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
        running = true;
    }

    /** After the jobs, so that no lane is taken any more. */
    @Override
    public void stop() {
        running = false;
        deliverMessages.stop();
        carriers.shutdown();
        try {
            if (!carriers.awaitTermination(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                carriers.shutdownNow();
            }
        } catch (InterruptedException e) {
            carriers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What starts last stops first: the jobs. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
