package org.entente.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it makes or starts a cluster; the next one finds all or nothing. */
class ClusterCrashTests {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path directory;

    @BeforeEach
    void mayBePassed() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /** Opens the cluster in the directory that is its argument, and never closes it. */
    public static final class Opening {
        private Opening() {}

        /** Until it is killed. */
        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedPostgres.open(Path.of(arguments[0]), RANDOM).database("quebec");
            Thread.currentThread().join();
        }
    }

    @Test
    void killed_at_any_moment_of_its_first_start() throws Exception {
        for (int tenths : List.of(3, 8, 13, 18, 25, 40)) {
            Process process = opening();
            if (process.waitFor(tenths * 100L, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it ended by itself: " + Files.readString(directory.resolve("log")));
            }
            process.destroyForcibly().waitFor();
        }
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThat(setting(cluster, "data_checksums")).isEqualTo("on");
            assertThat(cluster.database("quebec").password()).hasSize(48);
        }
        try (Stream<Path> left = Files.list(directory.resolve("passwords"))) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .containsExactlyInAnyOrder("postgres", "quebec");
        }
    }

    @Test
    void what_holds_for_the_server_does_not_hang_on_a_file_in_the_cluster() throws Exception {
        TestPrograms.linkInto(directory);
        EmbeddedPostgres.open(directory, RANDOM).close();
        Files.writeString(directory.resolve("data/postgresql.conf"), "");

        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            for (var expected : Map.of(
                            "fsync", "on",
                            "password_encryption", "scram-sha-256",
                            "listen_addresses", "127.0.0.1",
                            "unix_socket_directories", "",
                            "max_connections", "300",
                            "log_min_error_statement", "panic",
                            "log_parameter_max_length_on_error", "0")
                    .entrySet()) {
                assertThat(setting(cluster, expected.getKey()))
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue());
            }
        }
    }

    @Test
    void half_a_cluster_is_no_cluster() throws Exception {
        TestPrograms.linkInto(directory);
        Path half = Files.createDirectories(directory.resolve("fresh-1/data"));
        Files.writeString(half.resolve("PG_VERSION"), "18");

        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThat(setting(cluster, "fsync")).isEqualTo("on");
        }
        assertThat(directory.resolve("fresh-1")).doesNotExist();
    }

    @Test
    void an_empty_password_is_none() throws Exception {
        TestPrograms.linkInto(directory);
        Files.createDirectories(directory.resolve("passwords"));
        Files.createFile(directory.resolve("passwords/postgres"));

        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThat(setting(cluster, "fsync")).isEqualTo("on");
        }
    }

    private Process opening() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Opening.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private String setting(EmbeddedPostgres cluster, String name) throws SQLException, IOException {
        String url = cluster.database("quebec").url();
        String password = Files.readString(directory.resolve("passwords/postgres"));
        try (Connection connection = DriverManager.getConnection(url, Postmaster.SUPERUSER, password);
                var rows = connection.createStatement().executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
