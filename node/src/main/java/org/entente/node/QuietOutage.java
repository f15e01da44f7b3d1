package org.entente.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.node.web.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Says once that the jobs have no database, and once that they have it again. The library that runs them would write a
 * trace for each attempt, every few seconds for as long as it lasts. Whatever else it has to say is let through.
 */
final class QuietOutage extends TurboFilter {
    private static final String JOBS = "com.github.kagkarlsson.scheduler";
    private static final int MAX_CAUSES = 8;
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** One for this JVM, as its log is one. */
    private static final QuietOutage INSTANCE = new QuietOutage();

    private final AtomicBoolean away = new AtomicBoolean();

    private QuietOutage() {}

    /** Sees to it from now on; tells when jobs were looked for and found. */
    static AbstractSchedulerListener install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && !context.getTurboFilterList().contains(INSTANCE)) {
            context.addTurboFilter(INSTANCE);
        }
        return new AbstractSchedulerListener() {
            @Override
            public void onSchedulerEvent(SchedulerEventType type) {
                if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
                    INSTANCE.isBack();
                }
            }
        };
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (thrown == null || !logger.getName().startsWith(JOBS) || !isOutage(thrown)) {
            return FilterReply.NEUTRAL;
        }
        if (away.compareAndSet(false, true)) {
            LOG.warn("the jobs have no database; they go on when it is back");
        }
        return FilterReply.DENY;
    }

    private void isBack() {
        if (away.compareAndSet(true, false)) {
            LOG.info("the jobs have their database again");
        }
    }

    private static boolean isOutage(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SQLException failure && DatabaseAway.isSaidBy(failure)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
