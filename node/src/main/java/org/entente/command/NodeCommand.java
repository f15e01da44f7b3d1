package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.entente.database.DatabaseAddress;
import org.entente.database.EmbeddedPostgres;
import org.entente.database.SecretFile;
import org.entente.node.NodeApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs one node as its file says, until it is told to stop. Where the file names no database, the one that comes with
 * the program is used, in {@code data/} beside the file; where it names no secret, one is made there.
 */
final class NodeCommand {
    private static final int SECRET_BYTES = 32;

    private NodeCommand() {}

    static int run(String file) {
        Path config = Path.of(file).toAbsolutePath();
        if (!Files.isReadable(config)) {
            throw new NotUnderstood("the file " + file + " cannot be read");
        }
        try {
            start(config, new SecureRandom(), Ending.whenTold());
        } catch (RuntimeException e) {
            System.err.println(NotStarted.reason(e).orElseThrow(() -> e));
            return 1;
        }
        waitForever();
        return 0;
    }

    private static void start(Path config, SecureRandom random, Ending ending) {
        Path data = config.resolveSibling("data");
        ApplicationListener<ApplicationEnvironmentPreparedEvent> completion =
                event -> complete(event.getEnvironment(), data, random, ending);
        new SpringApplicationBuilder(NodeApplication.class)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "spring.config.additional-location", config.toUri().toString(),
                        // Why it did not start is said by us, once.
                        "logging.level.org.springframework.boot.SpringApplication", "off",
                        "logging.level.org.springframework.boot.diagnostics", "off"))
                .listeners(completion)
                .initializers(context -> ending.then(context::close))
                .run();
    }

    /** Adds what the file leaves to us. */
    private static void complete(ConfigurableEnvironment environment, Path data, SecureRandom random, Ending ending) {
        Map<String, Object> ours = new TreeMap<>();
        if (!environment.containsProperty("entente.keys.secret")
                || !environment.containsProperty("entente.database.url")) {
            requireOwn(data, environment);
        }
        if (!environment.containsProperty("entente.keys.secret")) {
            ours.put("entente.keys.secret", secret(data, random));
        }
        if (!environment.containsProperty("entente.database.url")) {
            EmbeddedPostgres cluster = EmbeddedPostgres.open(data.resolve("postgres"), random);
            ending.then(cluster::close);
            DatabaseAddress address = cluster.database("node");
            ours.put("entente.database.url", address.url());
            ours.put("entente.database.user", address.user());
            ours.put("entente.database.password", address.password());
        }
        environment.getPropertySources().addLast(new MapPropertySource("beside the file", ours));
    }

    /** A folder is one node's: a second file beside the first would otherwise run the first one's database and secret. */
    private static void requireOwn(Path data, ConfigurableEnvironment environment) {
        String node = environment.getProperty("entente.node.origin", "") + " "
                + environment.getProperty("entente.node.role", "").toLowerCase(Locale.ROOT);
        Path file = data.resolve("belongs-to");
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                Files.writeString(file, node + "\n");
            }
            String owner = Files.readString(file).strip();
            if (!owner.equals(node)) {
                throw new NotUnderstood(data + " appartient à " + owner + " et non à " + node
                        + "\u202f; mettez chaque nœud dans son dossier · " + data + " belongs to " + owner
                        + " and not to " + node + ": put each node in a folder of its own");
            }
        } catch (IOException e) {
            throw new NotUnderstood(file + " can be neither read nor made");
        }
    }

    private static String secret(Path data, SecureRandom random) {
        Path file = data.resolve("secret");
        try {
            Files.createDirectories(data);
            return new SecretFile(file, SECRET_BYTES).read(random);
        } catch (IOException e) {
            throw new NotUnderstood("the secret in " + file + " can be neither read nor made");
        }
    }

    private static void waitForever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
