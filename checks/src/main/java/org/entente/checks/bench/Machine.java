package org.entente.checks.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.database.DatabaseAddress;
import org.entente.database.EmbeddedPostgres;
import org.entente.node.kernel.Secrets;

/** The database and the folder of a measurement; nodes for it are configured here. */
final class Machine implements AutoCloseable {
    /** The client that calls the nodes' APIs. */
    static final String CLIENT = "bench";

    /** A second system of each government, since who approved last does not sign. */
    static final String SIGNATORY = "bench-signatory";

    private final Path home;
    private final SecureRandom random = new SecureRandom();
    private final EmbeddedPostgres cluster;

    Machine(Path home) {
        this.home = home;
        this.cluster = EmbeddedPostgres.open(home.resolve("postgres"), random);
    }

    Path home() {
        return home;
    }

    /** What the database's processes used and hold. */
    ProcessFigures database() {
        return ProcessFigures.ofTree(cluster.processId());
    }

    /**
     * Starts a node of the demo's governments on an empty database.
     *
     * @param place {@code quebec} or {@code british-columbia}
     * @param more settings over those of the demo
     * @param java options for its virtual machine
     */
    GovernmentNode start(String place, Map<String, String> more, List<String> java) {
        String name = "bench_" + place.replace('-', '_');
        cluster.drop(name);
        DatabaseAddress database = cluster.database(name);
        String secret = secret();
        int port = freePort();
        String origin = "http://" + place + ".localhost:" + port;
        Map<String, String> settings = new TreeMap<>();
        settings.put("spring.config.import", "classpath:demo/" + place + ".yaml");
        settings.put("server.port", "" + port);
        settings.put("entente.node.origin", origin);
        settings.put("entente.keys.secret", secret());
        settings.put("entente.database.url", database.url());
        settings.put("entente.database.user", database.user());
        settings.put("entente.database.password", database.password());
        settings.put("entente.signin.clients[0].id", CLIENT);
        settings.put("entente.signin.clients[0].secret-sha256", sha256(secret));
        settings.put("entente.signin.clients[0].scopes", "agreements,agreements.read,issuance.offer,verification");
        settings.put(
                "entente.signin.clients[0].organisations", place.equals("quebec") ? "etat-civil" : "citizen-services");
        settings.put("entente.signin.clients[0].purposes", "arrival");
        settings.put("entente.signin.clients[1].id", SIGNATORY);
        settings.put("entente.signin.clients[1].secret-sha256", sha256(secret));
        settings.put("entente.signin.clients[1].scopes", "agreements");
        settings.put("demo.wallet", "http://wallet.localhost:" + port);
        settings.putAll(more);
        Path folder = home.resolve(place);
        GovernmentNode node = GovernmentNode.start(write(folder, settings), origin, secret, java);
        return node.awaited();
    }

    /** How durable a commit is on this database: its settings, as it says them itself. */
    String durability(String place) {
        DatabaseAddress address = cluster.database("bench_" + place.replace('-', '_'));
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_setting('synchronous_commit'), current_setting('fsync'), version()")) {
            row.next();
            return row.getString(3).replaceAll("^(PostgreSQL [0-9.]+).*", "$1") + ", synchronous_commit="
                    + row.getString(1) + ", fsync=" + row.getString(2);
        } catch (SQLException e) {
            throw new BenchFailed("the database does not say how durable it is", e);
        }
    }

    private static Path write(Path folder, Map<String, String> settings) {
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve("node.properties"), text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new BenchFailed("the settings could not be written in " + folder, e);
        }
    }

    private String secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static String sha256(String secret) {
        return HexFormat.of().formatHex(Secrets.hash(secret));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchFailed("there is no free port", e);
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
