package org.entente.node;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs every room's recurring tasks; with several processes on one database each run happens in one of them. */
final class Jobs implements SmartLifecycle {
    private static final Duration POLLING = Duration.ofMillis(250);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);
    private static final int AT_ONCE = 8;

    /** A process that died in the midst of a run is replaced after a few of these, not after half an hour. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final int MISSED_HEARTBEATS = 4;

    private final DataSource database;
    private final List<RecurringTask<Void>> tasks;
    private @Nullable Scheduler scheduler;

    Jobs(DataSource database, List<RecurringTask<Void>> tasks) {
        this.database = database;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public synchronized void start() {
        Scheduler fresh = Scheduler.create(database)
                .startTasks(tasks)
                .addSchedulerListener(QuietOutage.install())
                .tableName("jobs.scheduled_tasks")
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE_AT_THE_END)
                .build();
        fresh.start();
        scheduler = fresh;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
