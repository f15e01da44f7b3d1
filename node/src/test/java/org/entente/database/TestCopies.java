package org.entente.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases made as copies of one that has its tables already, which is quicker than to make the tables. */
public final class TestCopies {
    private TestCopies() {}

    /**
     * A database of its own role, with what stands in another.
     *
     * @param original its name and its role's; nobody is connected to it
     * @param name of the new one, which is not there yet
     */
    public static DatabaseAddress copy(EmbeddedPostgres cluster, String original, String name) {
        DatabaseAddress address = cluster.database(name, original);
        try (Connection superuser = cluster.enter(name);
                Statement statement = superuser.createStatement()) {
            // The database itself would change hands as well.
            statement.execute("alter database " + original + " owner to current_user");
            statement.execute("reassign owned by " + original + " to " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }
}
