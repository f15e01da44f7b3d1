package org.entente.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The server over one data directory: made, started, joined, stopped. */
final class Server {
    private static final String FRESH = "fresh-";
    private static final String PORT = "port";

    /** Told at every start rather than written into the cluster, so that no cluster is ever without. */
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=300",
            "shared_buffers=128MB",
            "log_statement=none",
            "log_min_error_statement=panic",
            // Without DETAIL and CONTEXT, which quote the row that an error is about: it could be a person's.
            "log_error_verbosity=terse",
            "log_parameter_max_length_on_error=0");

    /** How often it is launched before it is waited for without more ado. */
    private static final int LAUNCHES = 5;

    private final Quarters quarters;
    private final Binaries binaries;
    private final Path log;
    private final Postmaster postmaster;

    /** A server whose words go to a log. */
    Server(Quarters quarters, Binaries binaries, Path log) {
        this.quarters = quarters;
        this.binaries = binaries;
        this.log = log;
        this.postmaster = new Postmaster(quarters.data());
    }

    /** Starts the server unless one answers already; whoever calls is the only one who does. */
    void start(String superuserPassword) throws IOException {
        Trees.deleteLeft(quarters.directory(), FRESH);
        if (!Files.exists(quarters.data())) {
            initialise(superuserPassword);
        }
        if (postmaster.answers(superuserPassword)) {
            return;
        }
        requireOwnVersion();
        if (!launched(superuserPassword)) {
            throw new DatabaseFailed("PostgreSQL did not answer in time; its log: " + log);
        }
    }

    /** Ends a server that other programs run, so that a start runs ours; only the owner of the cluster may. */
    void endOfOtherPrograms(String superuserPassword) throws IOException {
        if (postmaster.answers(superuserPassword) && !binaries.run(postmaster.commandLine())) {
            requireOwnVersion();
            postmaster.end(superuserPassword);
        }
    }

    /** A newer release of the same version reads the data as they are; another version does not. */
    private void requireOwnVersion() throws IOException {
        String made = postmaster.majorVersion();
        String ours = binaries.majorVersion();
        if (!made.equals(ours)) {
            throw new DatabaseFailed("the database in " + quarters.data() + " was made by PostgreSQL " + made
                    + ", and PostgreSQL " + ours + " comes with this program: bring the data over with pg_upgrade or"
                    + " with pg_dump of version " + made + " · la base de données a été créée par PostgreSQL " + made
                    + "\u202f; transférez les données au moyen de pg_upgrade ou de pg_dump");
        }
    }

    /** Asks the server to end its work and waits until it has; nothing happens when it is dead already. */
    void stop() {
        if (postmaster.isAlive()) {
            run(quarters.account()
                    .running(List.of(
                            binaries.program("pg_ctl"),
                            "stop",
                            "-D",
                            quarters.data().toString(),
                            "-m",
                            "fast",
                            "-w")));
        }
    }

    String url(String database) {
        return postmaster.url(database);
    }

    long processId() {
        return postmaster.processId();
    }

    /** Made aside, and put in its place whole, in one move. */
    private void initialise(String superuserPassword) throws IOException {
        Path fresh = Files.createTempDirectory(quarters.directory(), FRESH);
        Path password = Files.writeString(Files.createTempFile(fresh, "password", ""), superuserPassword);
        quarters.account().lend(password);
        quarters.account().lend(fresh);
        Path made = fresh.resolve("data");
        run(quarters.account()
                .making(List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + made,
                        "--username=" + Postmaster.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--data-checksums")));
        quarters.account().give(fresh);
        try {
            Files.move(made, quarters.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new DatabaseFailed("a directory cannot be renamed in " + quarters.directory(), e);
        }
        Trees.delete(fresh);
    }

    /** What a server that was killed leaves behind ends a moment after it; until then none starts over the same data. */
    private boolean launched(String superuserPassword) throws IOException {
        for (int launch = 0; launch < LAUNCHES; launch++) {
            Process server = launch();
            if (postmaster.awaitAnswerOf(server, superuserPassword)) {
                return true;
            }
        }
        return postmaster.awaitAnswer(superuserPassword);
    }

    /** In a session of its own: what ends our terminal does not end the database before us. */
    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(quarters.account()
                .running(List.of(
                        binaries.program("postgres"), "-D", quarters.data().toString(), "-p", "" + port())));
        for (String setting : SETTINGS) {
            command.addAll(List.of("-c", setting));
        }
        return Programs.prepared(command, quarters.directory(), log).start();
    }

    private void run(List<String> command) {
        Programs.run(command, quarters.directory(), log);
    }

    /** The port of the time before, if nobody took it: who was connected then finds the server again. */
    private int port() throws IOException {
        int port = freePort(lastPort());
        Files.writeString(quarters.directory().resolve(PORT), "" + port);
        return port;
    }

    private int lastPort() throws IOException {
        Path file = quarters.directory().resolve(PORT);
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1);
            return socket.getLocalPort();
        } catch (BindException taken) {
            return freePort(0);
        }
    }
}
