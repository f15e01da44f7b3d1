package org.entente.node;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.entente.database.DatabaseAddress;
import org.entente.database.EmbeddedPostgres;
import org.entente.database.TestCopies;
import org.entente.node.kernel.Role;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases for nodes of a role. The tables are made once for a role, as a node makes them; each test gets a copy. */
final class TestDatabases {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final EmbeddedPostgres CLUSTER = cluster();
    private static final Map<Role, String> MODELS = new EnumMap<>(Role.class);

    private TestDatabases() {}

    static DatabaseAddress create(Role role) {
        return TestCopies.copy(CLUSTER, model(role), "test_" + hex());
    }

    /** Removes one, with its role. */
    static void drop(DatabaseAddress database) {
        CLUSTER.drop(database.user());
    }

    private static synchronized String model(Role role) {
        return MODELS.computeIfAbsent(role, TestDatabases::make);
    }

    private static String make(Role role) {
        DatabaseAddress model = CLUSTER.database("model_" + hex());
        new Migrations(new DriverManagerDataSource(model.url(), model.user(), model.password())).apply(Rooms.of(role));
        return model.user();
    }

    private static EmbeddedPostgres cluster() {
        EmbeddedPostgres cluster = EmbeddedPostgres.open(OwnFolder.named("postgres"), RANDOM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            MODELS.values().forEach(cluster::drop);
            cluster.close();
        }));
        return cluster;
    }

    private static String hex() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
