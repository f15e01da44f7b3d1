package org.entente.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One PostgreSQL cluster in a directory: {@code fsync} on, {@code scram-sha-256}, loopback only, a role per database.
 * Opening it starts the server, or joins the one that runs there already (after a crash of our process it still does).
 * Closing it stops the server when it was this opening that took the directory, and otherwise leaves it to the one that
 * did.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final Server server;
    private final RolePasswords passwords;
    private final Tenure tenure;

    private EmbeddedPostgres(Server server, RolePasswords passwords, Tenure tenure) {
        this.server = server;
        this.passwords = passwords;
        this.tenure = tenure;
    }

    /**
     * Opens the cluster in a directory, making it when there is none.
     *
     * @throws DatabaseFailed when it can't be started
     */
    public static EmbeddedPostgres open(Path directory, SecureRandom random) {
        requireKnownMachine();
        try {
            Path home = Files.createDirectories(directory.toAbsolutePath()).toRealPath();
            RolePasswords passwords = new RolePasswords(home.resolve("passwords"), random);
            Tenure tenure = Tenure.of(home);
            try {
                return new EmbeddedPostgres(
                        Tenure.alone(home, () -> start(home, passwords, tenure.isOurs())), passwords, tenure);
            } catch (IOException | RuntimeException e) {
                tenure.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseFailed("the embedded database could not be opened in " + directory, e);
        }
    }

    private static void requireKnownMachine() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            throw new DatabaseFailed(
                    "aucun PostgreSQL pour " + machine + " ne vient avec le programme\u202f; nommez-en un"
                            + " par entente.database.url · no PostgreSQL for " + machine
                            + " comes with the program: name one by entente.database.url");
        }
    }

    private static Server start(Path home, RolePasswords passwords, boolean ours) throws IOException {
        String superuser = passwords.of(Postmaster.SUPERUSER);
        Quarters quarters = Quarters.of(home, superuser);
        if (ours) {
            quarters.takeOver(superuser);
        }
        Binaries binaries = Binaries.unpack(quarters.directory());
        Server server = new Server(quarters, binaries, home.resolve("server.log"));
        if (ours) {
            server.endOfOtherPrograms(superuser);
        }
        server.start(superuser);
        if (ours) {
            binaries.deleteOthers();
        }
        return server;
    }

    /**
     * The database of this name, owned by a role of the same name that may enter no other; made when there is none.
     *
     * @param name lower-case letters, digits and underscores
     */
    public DatabaseAddress database(String name) {
        return database(name, "template0");
    }

    /** As {@link #database(String)}; a new one is a copy of another, which nobody is connected to. */
    synchronized DatabaseAddress database(String name, String original) {
        requireName(name);
        String password = passwords.of(name);
        try (Connection connection = enter("postgres")) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                run(connection, "create role " + name + " login password '" + password + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                run(
                        connection,
                        "create database " + name + " owner " + name + " locale 'C' encoding 'UTF8' template "
                                + original);
            }
            run(connection, "revoke all on database " + name + " from public");
        } catch (SQLException e) {
            throw new DatabaseFailed("the database " + name + " could not be made", e);
        }
        return new DatabaseAddress(server.url(name), name, password);
    }

    /** Removes a database with all that is in it, and its role. */
    public synchronized void drop(String name) {
        requireName(name);
        try (Connection connection = enter("postgres")) {
            run(connection, "drop database if exists " + name + " with (force)");
            run(connection, "drop role if exists " + name);
        } catch (SQLException e) {
            throw new DatabaseFailed("the database " + name + " could not be removed", e);
        }
    }

    /** The server's process. */
    public long processId() {
        return server.processId();
    }

    @Override
    public void close() {
        if (tenure.isOurs()) {
            server.stop();
        }
        tenure.close();
    }

    /** As the superuser, alone: two processes that open the cluster at once look and make one after the other. */
    Connection enter(String database) throws SQLException {
        Connection connection = DriverManager.getConnection(
                server.url(database), Postmaster.SUPERUSER, passwords.of(Postmaster.SUPERUSER));
        run(connection, "select pg_advisory_lock(1)");
        return connection;
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("a database's name is made of a-z, 0-9 and underscore");
        }
    }
}
