package org.entente.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.database.DatabaseAddress;
import org.entente.node.kernel.Role;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A real node on a free port with a database of its own; for tests. Settings may be added before it starts. */
public class TestNode implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConfigurableApplicationContext context;
    private final Map<String, Object> settings;
    private final Optional<DatabaseAddress> ownDatabase;

    private TestNode(Map<String, Object> settings, Optional<DatabaseAddress> ownDatabase) {
        this.settings = settings;
        this.ownDatabase = ownDatabase;
        this.context = new SpringApplicationBuilder(NodeApplication.class)
                .properties(settings)
                .initializers(new ClassesReadOnce())
                .run();
    }

    /** A government's node named after its place, for instance {@code quebec}, with an organisation {@code registrar}. */
    public static TestNode government(String place) {
        return government(place, Map.of());
    }

    /** As {@link #government(String)}, with further settings. */
    public static TestNode government(String place, Map<String, Object> more) {
        Map<String, Object> settings = settings(place, "government");
        settings.put("entente.node.organisations[0].id", "registrar");
        settings.put("entente.node.organisations[0].name.fr", "Registraire");
        settings.put("entente.node.organisations[0].name.en", "Registrar");
        return start(settings, more);
    }

    /** The council's directory. */
    public static TestNode directory(Map<String, Object> more) {
        return start(settings("council", "directory"), more);
    }

    /** A wallet node. */
    public static TestNode wallet(Map<String, Object> more) {
        return start(settings("wallet", "wallet"), more);
    }

    /** A second process' worth of the same node: another context, pool and port on the same database, same origin. */
    public TestNode twin() {
        Map<String, Object> same = new LinkedHashMap<>(settings);
        same.put("server.port", freePort());
        return new TestNode(same, Optional.empty());
    }

    /** Its only process ends; what it keeps stays, for {@link #again}. */
    public void stop() {
        context.close();
    }

    /** Its jobs stand still from now on: it delivers and fetches nothing by itself, and answers whoever asks. */
    public void pause() {
        bean(Jobs.class).stop();
    }

    /** The same node after {@link #stop}: another process at the same address. */
    public TestNode again() {
        return new TestNode(settings, ownDatabase);
    }

    /** The public origin, for instance {@code http://quebec.localhost:40123}. */
    public URI origin() {
        return URI.create((String) settings.get("entente.node.origin"));
    }

    /** Where this very process listens: differs from {@link #origin()} for a twin. */
    public URI address() {
        return URI.create(origin().getScheme() + "://" + origin().getHost() + ":" + settings.get("server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        ownDatabase.ifPresent(TestDatabases::drop);
    }

    private static TestNode start(Map<String, Object> settings, Map<String, Object> more) {
        settings.putAll(more);
        if (settings.containsKey("server.ssl.bundle")) {
            settings.computeIfPresent(
                    "entente.node.origin", (name, origin) -> ("" + origin).replace("http:", "https:"));
        }
        Role role = Role.valueOf(("" + settings.get("entente.node.role")).toUpperCase(Locale.ROOT));
        DatabaseAddress address = TestDatabases.create(role);
        settings.put("entente.database.url", address.url());
        settings.put("entente.database.user", address.user());
        settings.put("entente.database.password", address.password());
        return new TestNode(settings, Optional.of(address));
    }

    private static Map<String, Object> settings(String place, String role) {
        int port = freePort();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", port);
        settings.put("entente.node.origin", "http://" + place + ".localhost:" + port);
        settings.put("entente.node.role", role);
        settings.put("entente.node.name.fr", place);
        settings.put("entente.node.name.en", place);
        settings.put("entente.node.jurisdiction.code", "CA-TEST");
        settings.put("entente.node.jurisdiction.name.fr", place);
        settings.put("entente.node.jurisdiction.name.en", place);
        settings.put("entente.node.jurisdiction.kind", "province");
        settings.put("entente.keys.secret", HexFormat.of().formatHex(random(32)));
        return settings;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
