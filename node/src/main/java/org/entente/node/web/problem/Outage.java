package org.entente.node.web.problem;

import java.sql.SQLException;
import java.time.Duration;
import org.entente.node.web.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * The database is away, is starting, or has no connection left: nothing is wrong here, and the same request may pass a
 * little later. Whether one that broke off at its commit took effect is unknown; what may happen once only does.
 */
final class Outage {
    /** When to ask again. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final int MAX_CAUSES = 8;

    private Outage() {}

    /** Whether an outage is behind what a handler threw. */
    static boolean isBehind(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SQLException failure && DatabaseAway.isSaidBy(failure)) {
                return true;
            }
            cause = next(cause);
        }
        return false;
    }

    /** Of a transaction that could not even be rolled back, what it failed of first. */
    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof TransactionSystemException system
                        && system.getApplicationException() instanceof Throwable first
                ? first
                : failure.getCause();
    }
}
