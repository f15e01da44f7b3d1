package org.entente.node.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** What a failed statement says of the database: whether it is away, or has no connection left, and may be back soon. */
public final class DatabaseAway {
    /** What the pool says of a connection that broke and was taken out, when that is to be rolled back: without a state. */
    private static final String TAKEN_OUT = "Connection is closed";

    private DatabaseAway() {}

    /** PostgreSQL, Appendix A: class 08 connection, 53 resources, 57P operator intervention. */
    public static boolean isSaidBy(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.isEmpty()) {
            return failure instanceof SQLTransientConnectionException
                    || failure instanceof SQLNonTransientConnectionException
                    || failure instanceof SQLRecoverableException
                    || TAKEN_OUT.equals(failure.getMessage());
        }
        return failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P");
    }
}
