package org.entente.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.database.DatabaseAddress;
import org.entente.database.EmbeddedPostgres;
import org.entente.node.kernel.Secrets;

/** The nodes of the demo on one embedded PostgreSQL, each with a database, a role, a secret and an origin of its own. */
final class Nodes implements AutoCloseable {
    /** The client under which the tour calls a node's API. */
    static final String CLIENT = "tour";

    /** The second system of each government that takes part in ententes: who approved last does not sign. */
    static final String SIGNATORY = "tour-signatory";

    private final Path home;
    private final int firstPort;
    private final boolean separate;
    private final Transport transport;
    private final EmbeddedPostgres cluster;
    private final SecureRandom random = new SecureRandom();
    private final Deque<RunningNode> running = new ArrayDeque<>();
    private final Map<Place, Script> scripts = new EnumMap<>(Place.class);
    private final Map<Place, Script> signatories = new EnumMap<>(Place.class);
    private final Thread ending = new Thread(this::end, "ending");

    Nodes(Path home, int firstPort, boolean separate, Transport transport) {
        this.home = home;
        this.firstPort = firstPort;
        this.separate = separate;
        this.transport = transport;
        this.cluster = EmbeddedPostgres.open(home.resolve("postgres"), random);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    URI origin(Place place) {
        return place.origin(transport.scheme(), firstPort);
    }

    int port(int offset) {
        return firstPort + offset;
    }

    /** The integrator's script at a node that was started. */
    Script script(Place place) {
        return started(place, scripts);
    }

    /** The system that signs what the other has approved. */
    Script signatory(Place place) {
        return started(place, signatories);
    }

    private static Script started(Place place, Map<Place, Script> scripts) {
        Script script = scripts.get(place);
        if (script == null) {
            throw new DemoFailed(place.slug() + " was not started");
        }
        return script;
    }

    /** Starts nodes, each on an empty database, and waits until all answer. */
    void start(Place... places) {
        Map<Place, String> secrets = new EnumMap<>(Place.class);
        for (Place place : places) {
            String clientSecret = secret();
            secrets.put(place, clientSecret);
            cluster.drop(place.database());
            Path config = write(place, settings(place, cluster.database(place.database()), clientSecret));
            running.push(separate ? RunningNode.Apart.start(config) : RunningNode.Inside.start(config));
        }
        secrets.forEach((place, clientSecret) -> {
            URI front = URI.create(origin(place) + "/fr/");
            Pause.until(() -> answers(front), () -> "the node " + place.slug());
            scripts.put(place, new Script(origin(place), CLIENT, clientSecret));
            signatories.put(place, new Script(origin(place), SIGNATORY, clientSecret));
        });
    }

    /** What a node's frontier keeps of what crossed, as its operator may read it: messages sent, documents mirrored. */
    byte[] storedCrossings(Place place) {
        return dump(place, List.of("frontier.outbox", "frontier.inbox", "frontier.mirror", "frontier.crossings"));
    }

    private byte[] dump(Place place, List<String> tables) {
        DatabaseAddress address = cluster.database(place.database());
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            for (String table : tables) {
                try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        } catch (SQLException e) {
            throw new DemoFailed("the database of " + place.slug() + " could not be read", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // it is under way
        }
    }

    /** The nodes first, then the database under them; once, whether the tour is over or the process is told to stop. */
    private synchronized void end() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
        cluster.close();
    }

    private Map<String, String> settings(Place place, DatabaseAddress database, String clientSecret) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("spring.config.import", "classpath:demo/" + place.slug() + ".yaml");
        settings.put("server.port", "" + place.port(firstPort));
        settings.put("entente.node.origin", origin(place).toString());
        settings.putAll(transport.settings(place));
        settings.put("entente.keys.secret", secret());
        settings.put("entente.database.url", database.url());
        settings.put("entente.database.user", database.user());
        settings.put("entente.database.password", database.password());
        settings.put("entente.database.connections", "12");
        settings.put("entente.people.smtp.port", "" + port(Place.SMTP));
        settings.put("entente.signin.clients[0].secret-sha256", HexFormat.of().formatHex(Secrets.hash(clientSecret)));
        settings.put("entente.signin.clients[0].id", CLIENT);
        settings.put("entente.signin.clients[0].scopes", place.scopes());
        settings.put("entente.signin.clients[0].organisations", place.organisation());
        settings.put("entente.signin.clients[0].purposes", "arrival");
        if (place.takesPart()) {
            settings.put(
                    "entente.signin.clients[1].secret-sha256", HexFormat.of().formatHex(Secrets.hash(clientSecret)));
            settings.put("entente.signin.clients[1].id", SIGNATORY);
            settings.put("entente.signin.clients[1].scopes", "agreements");
        }
        settings.put(
                "logging.file.name",
                home.resolve(place.slug()).resolve("node.log").toString());
        settings.put("logging.threshold.console", "off");
        if (place != Place.WALLET && place != Place.COUNCIL) {
            settings.put(
                    "entente.trust.council-directory", origin(Place.COUNCIL).toString());
        }
        settings.put("demo.wallet", origin(Place.WALLET).toString());
        return settings;
    }

    private Path write(Place place, Map<String, String> settings) {
        Path file = home.resolve(place.slug()).resolve("node.properties");
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new DemoFailed("the settings of " + place.slug() + " could not be written", e);
        }
    }

    private String secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static boolean answers(URI front) {
        try {
            return new Browser().open(front).status() == 200;
        } catch (DemoFailed notYet) {
            return false;
        }
    }
}
