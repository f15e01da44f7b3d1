package org.entente.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server process over one data directory: made, started, joined, stopped. */
final class Server {
    static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CONFIGURATION = """
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            password_encryption = 'scram-sha-256'
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 300
            shared_buffers = '128MB'
            log_statement = 'none'
            log_min_error_statement = panic
            log_parameter_max_length_on_error = 0
            """;

    private final Binaries binaries;
    private final Path home;
    private final Path data;

    Server(Binaries binaries, Path home) {
        this.binaries = binaries;
        this.home = home;
        this.data = home.resolve("data");
    }

    /** Starts the server unless one answers already. */
    void start(String superuserPassword) throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        if (answers(superuserPassword)) {
            return;
        }
        launch();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(superuserPassword)) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseFailed("PostgreSQL did not answer in time; its log: " + home.resolve("server.log"));
            }
            pause();
        }
    }

    /** Asks the server to end its work and waits until it has; nothing happens when it is dead already. */
    void stop() {
        if (pidFile().isEmpty() || ProcessHandle.of(processId()).isEmpty()) {
            return;
        }
        run(List.of(binaries.program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w"));
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port().orElseThrow() + "/" + database;
    }

    long processId() {
        return Long.parseLong(pidFile().orElseThrow().getFirst().trim());
    }

    private void initialise() {
        run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + home.resolve("passwords").resolve(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
        try {
            Files.writeString(data.resolve("postgresql.conf"), CONFIGURATION, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new DatabaseFailed("the configuration of PostgreSQL could not be written", e);
        }
    }

    private void launch() throws IOException {
        List<String> command = new ArrayList<>(asUnprivileged());
        command.addAll(List.of(binaries.program("postgres"), "-D", data.toString(), "-p", "" + freePort()));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("server.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private boolean answers(String password) {
        if (port().isEmpty()) {
            return false;
        }
        try (var connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The port is the fourth line of the lock file of PostgreSQL. */
    private Optional<String> port() {
        return pidFile()
                .filter(lines -> lines.size() >= 4)
                .map(lines -> lines.get(3).trim());
    }

    private Optional<List<String>> pidFile() {
        try {
            return Optional.of(Files.readAllLines(data.resolve("postmaster.pid")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void run(List<String> program) {
        List<String> command = new ArrayList<>(asUnprivileged());
        command.addAll(program);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("server.log").toFile()))
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new DatabaseFailed(
                        "a program of PostgreSQL failed; its log: " + home.resolve("server.log") + unprivilegedHint());
            }
        } catch (IOException e) {
            throw new DatabaseFailed("a program of PostgreSQL could not be started" + unprivilegedHint(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("interrupted while PostgreSQL was working", e);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace without mapping takes the privileges away (unshare(1)). */
    private static List<String> asUnprivileged() {
        return isRoot() ? List.of("unshare", "--user") : List.of();
    }

    private static String unprivilegedHint() {
        return isRoot() ? " (as root it needs user namespaces: start as another user, or name a database)" : "";
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("interrupted while PostgreSQL was starting", e);
        }
    }
}
