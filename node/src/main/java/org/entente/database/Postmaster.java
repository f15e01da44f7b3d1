package org.entente.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The server that runs over a data directory, if one does, as its lock file tells. */
record Postmaster(Path data) {
    static final String SUPERUSER = "postgres";

    private static final long PAUSE_MILLISECONDS = 50;

    /** Whether a server answers to the superuser's password. */
    boolean answers(String password) {
        if (port().isEmpty()) {
            return false;
        }
        try (var connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Waits until it answers; false when it does not in time. */
    boolean awaitAnswer(String password) {
        return await(() -> answers(password));
    }

    /** Waits until it answers; false when that process ended first, or when it does not in time. */
    boolean awaitAnswerOf(Process server, String password) {
        return await(() -> answers(password) || !server.isAlive()) && answers(password);
    }

    /** A database's JDBC address. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port().orElseThrow() + "/" + database;
    }

    /** With which command the server was started last, as PostgreSQL notes it. */
    String commandLine() throws IOException {
        return Files.readString(data.resolve("postmaster.opts"));
    }

    /** For which version of PostgreSQL, by its first number, the data were made. */
    String majorVersion() throws IOException {
        return Files.readString(data.resolve("PG_VERSION")).strip();
    }

    long processId() {
        return Long.parseLong(lines().orElseThrow().getFirst().trim());
    }

    /** Whether the process that the lock file names is there; after a reboot it may be another. */
    boolean isAlive() {
        return lines().isPresent() && ProcessHandle.of(processId()).isPresent();
    }

    /**
     * Ends a server that answers, whoever runs it: a fast shutdown, by SIGINT.
     *
     * @throws DatabaseFailed when it does not end in time
     */
    void end(String password) {
        if (!answers(password)) {
            return;
        }
        long server = processId();
        Programs.succeeds(List.of("/bin/sh", "-c", "kill -INT " + server));
        if (!await(() -> ProcessHandle.of(server).isEmpty())) {
            throw new DatabaseFailed("the PostgreSQL that runs over " + data + " does not end");
        }
    }

    /** The port is the fourth line of the lock file of PostgreSQL. */
    private Optional<String> port() {
        return lines().filter(lines -> lines.size() >= 4)
                .map(lines -> lines.get(3).trim());
    }

    private Optional<List<String>> lines() {
        try {
            return Optional.of(Files.readAllLines(data.resolve("postmaster.pid")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("interrupted while waiting for PostgreSQL", e);
        }
    }
}
