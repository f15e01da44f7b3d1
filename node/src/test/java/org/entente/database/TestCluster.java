package org.entente.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of either version that tests have, entered as its superuser: what another program's database may be like. */
public final class TestCluster implements AutoCloseable {
    /** Put there by Maven; see {@code node/pom.xml}. */
    private static final Path OLDER = Path.of("target", "postgres-older", "postgres-linux-x86_64.txz");

    private static final String PASSWORD = "of-a-test";

    private final Server server;

    private TestCluster(Server server) {
        this.server = server;
    }

    /** The one that comes along. */
    public static TestCluster ours(Path home) throws IOException {
        TestPrograms.linkInto(home);
        return start(home, Binaries.unpack(home));
    }

    /** One of a version on which no node runs. */
    public static TestCluster older(Path home) throws IOException {
        if (!Files.exists(OLDER)) {
            throw new FileNotFoundException(OLDER + ": mvn -pl node process-test-resources puts it there");
        }
        Path common = Files.createDirectories(Path.of("target", "postgres")).toRealPath();
        return start(home, Tenure.alone(common, () -> Binaries.unpack(common, () -> Files.newInputStream(OLDER))));
    }

    /** A new database whose text has, where nothing else is said, the order of this locale of ICU. */
    public Connection database(String name, String locale) throws SQLException {
        try (Connection superuser = enter("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("create database " + name + " template template0 encoding 'UTF8' locale 'C'"
                    + " locale_provider icu icu_locale '" + locale + "'");
        }
        return enter(name);
    }

    @Override
    public void close() {
        server.stop();
    }

    private Connection enter(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), Postmaster.SUPERUSER, PASSWORD);
    }

    private static TestCluster start(Path home, Binaries programs) throws IOException {
        Quarters quarters = Quarters.of(Files.createDirectories(home).toRealPath(), PASSWORD);
        Server server = new Server(quarters, programs, home.resolve("server.log"));
        server.start(PASSWORD);
        return new TestCluster(server);
    }
}
