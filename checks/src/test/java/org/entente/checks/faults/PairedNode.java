package org.entente.checks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.database.DatabaseAddress;
import org.entente.database.EmbeddedPostgres;
import org.entente.node.signin.TestOAuthClient;

/** A node of the demo as two processes on one database, behind a balancer at the node's origin. */
final class PairedNode implements AutoCloseable {
    private static final Map<String, String> ORGANISATIONS =
            Map.of("quebec", "etat-civil", "british-columbia", "citizen-services");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final URI origin;
    private final DatabaseAddress database;
    private final List<NodeProcess> processes;
    private final RoundRobin balancer;

    private PairedNode(URI origin, DatabaseAddress database, List<NodeProcess> processes, RoundRobin balancer) {
        this.origin = origin;
        this.database = database;
        this.processes = processes;
        this.balancer = balancer;
    }

    /** Starts the processes of a place on an empty database; they answer when {@link #awaited} returns. */
    static PairedNode start(EmbeddedPostgres cluster, Path home, URI origin, Map<String, String> more) {
        String place = origin.getHost().replace(".localhost", "");
        String name = "faults_" + place.replace('-', '_');
        cluster.drop(name);
        DatabaseAddress database = cluster.database(name);
        Map<String, String> settings = new TreeMap<>();
        settings.put("spring.config.import", "classpath:demo/" + place + ".yaml");
        settings.put("entente.node.origin", origin.toString());
        settings.put("entente.keys.secret", secret());
        settings.put("entente.database.url", database.url());
        settings.put("entente.database.user", database.user());
        settings.put("entente.database.password", database.password());
        settings.put("demo.wallet", "http://wallet.localhost:1");
        TestOAuthClient.actingFor(
                        ORGANISATIONS.getOrDefault(place, ""),
                        "arrival",
                        "agreements",
                        "agreements.read",
                        "issuance.offer",
                        "issuance.revoke",
                        "verification",
                        "audit")
                .forEach((key, value) -> settings.put(key, value.toString()));
        settings.putAll(more);
        List<NodeProcess> processes = Stream.of("a", "b")
                .map(side -> new NodeProcess(
                        home.resolve(place).resolve(side).toAbsolutePath(), new Door(origin, freePort()), settings))
                .toList();
        processes.forEach(NodeProcess::start);
        List<Integer> ports =
                processes.stream().map(process -> process.door().port()).toList();
        try {
            return new PairedNode(origin, database, processes, new RoundRobin(origin.getPort(), ports));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PairedNode awaited() {
        processes.forEach(NodeProcess::awaited);
        return this;
    }

    URI origin() {
        return origin;
    }

    /** The balancer's. */
    Door door() {
        return new Door(origin, origin.getPort());
    }

    RoundRobin balancer() {
        return balancer;
    }

    List<NodeProcess> processes() {
        return processes;
    }

    NodeProcess process(int which) {
        return processes.get(which % processes.size());
    }

    /** A process' own: attempts go to one and the other in turn. */
    Door door(int attempt) {
        return process(attempt).door();
    }

    /** A number from the database, for instance a count. */
    long number(String query) {
        try (Connection connection = connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** All that stands in the tables of a room, as text. */
    byte[] rows(String room) {
        StringBuilder text = new StringBuilder();
        try (Connection connection = connect();
                var tables = connection.getMetaData().getTables(null, room, null, new String[] {"TABLE"});
                var statement = connection.createStatement()) {
            while (tables.next()) {
                try (var rows = statement.executeQuery(
                        "select t::text from " + room + "." + tables.getString("TABLE_NAME") + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @Override
    public void close() throws IOException {
        processes.parallelStream().forEach(NodeProcess::close);
        balancer.close();
    }

    /** An origin for a place of the demo. */
    static URI originOf(String place) {
        return URI.create("http://" + place + ".localhost:" + freePort());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
