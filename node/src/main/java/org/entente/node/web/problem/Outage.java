package org.entente.node.web.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
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
            if (cause instanceof SQLException failure && passes(failure)) {
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

    /**
     * PostgreSQL, Appendix A: class 08 connection, 53 resources, 57P operator intervention. No state at all has what the
     * pool says of a connection that broke under a commit and was taken out, when that is to be rolled back.
     */
    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure instanceof SQLTransientException
                || state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P");
    }
}
