package org.entente.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private static Path directory;

    @BeforeAll
    static void mayBePassed() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void what_was_committed_survives_the_death_of_the_server() throws Exception {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            DatabaseAddress address = cluster.database("quebec");
            run(address, "create table kept (word text)", "insert into kept values ('bonjour')");
            ProcessHandle server = ProcessHandle.of(cluster.processId()).orElseThrow();
            server.destroyForcibly();
            server.onExit().join();
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.open(directory, RANDOM);
                Connection connection = enter(again.database("quebec"));
                var rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("bonjour");
        }
    }

    @Test
    void a_server_that_runs_is_joined_and_left_to_its_owner() throws Exception {
        try (EmbeddedPostgres owner = EmbeddedPostgres.open(directory, RANDOM)) {
            try (EmbeddedPostgres guest = EmbeddedPostgres.open(directory, RANDOM)) {
                assertThat(guest.processId()).isEqualTo(owner.processId());
            }
            try (Connection connection = enter(owner.database("quebec"))) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void who_was_connected_finds_a_restarted_server_where_it_was() {
        String before;
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            before = cluster.database("quebec").url();
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThat(again.database("quebec").url()).isEqualTo(before);
        }
    }

    @Test
    void a_port_that_another_took_meanwhile_is_left_to_it() throws Exception {
        URI before;
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            before = URI.create(cluster.database("quebec").url().substring("jdbc:".length()));
        }
        try (ServerSocket other = new ServerSocket(before.getPort(), 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres again = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThat(again.database("quebec").url()).doesNotContain(":" + other.getLocalPort() + "/");
        }
    }

    @Test
    void one_government_does_not_enter_the_database_of_another_nor_without_its_password() {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            DatabaseAddress quebec = cluster.database("quebec");
            DatabaseAddress ontario = cluster.database("ontario");
            assertThatThrownBy(() -> enter(new DatabaseAddress(quebec.url(), ontario.user(), ontario.password())))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> enter(new DatabaseAddress(quebec.url(), quebec.user(), "guessed")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void two_processes_that_make_the_same_database_at_once_make_one() throws Exception {
        try (EmbeddedPostgres owner = EmbeddedPostgres.open(directory, RANDOM);
                EmbeddedPostgres guest = EmbeddedPostgres.open(directory, RANDOM);
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 5; i++) {
                String name = "at_once_" + i;
                var made = both.invokeAll(
                        List.<Callable<DatabaseAddress>>of(() -> owner.database(name), () -> guest.database(name)));

                assertThat(made.getFirst().get()).isEqualTo(made.getLast().get());
                try (Connection connection = enter(made.getLast().get())) {
                    assertThat(connection.isValid(1)).isTrue();
                }
            }
        }
    }

    @Test
    void passwords_are_readable_by_their_owner_only_and_never_said() throws Exception {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            DatabaseAddress address = cluster.database("quebec");
            Path file = directory.resolve("passwords").resolve("quebec");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(address.toString()).doesNotContain(address.password());
        }
    }

    @Test
    void the_servers_log_says_what_failed_and_quotes_no_row() throws Exception {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            DatabaseAddress address = cluster.database("quebec");
            run(
                    address,
                    "create table people (name text constraint one_of_each unique, born int constraint is_born check"
                            + " (born > 0))",
                    "insert into people values ('Canari Kamouraska', 1)");
            for (String refused : List.of(
                    "insert into people values ('Canari Kamouraska', 2)",
                    "insert into people values ('Canari Kamouraska II', 0)",
                    "do $$ begin raise exception 'refused' using detail = 'Canari Kamouraska'; end $$")) {
                assertThatThrownBy(() -> run(address, refused)).isInstanceOf(SQLException.class);
            }
        }
        assertThat(Files.readString(directory.resolve("server.log")))
                .contains("one_of_each", "is_born", "refused")
                .doesNotContain("Canari");
    }

    @Test
    void a_name_that_would_be_sql_is_refused() {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThatThrownBy(() -> cluster.database("q; drop role postgres"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_ends_our_terminal_does_not_end_the_server() throws Exception {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            String stat = Files.readString(Path.of("/proc/" + cluster.processId() + "/stat"));
            String session = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];

            assertThat(session).isEqualTo("" + cluster.processId());
        }
    }

    private static Connection enter(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static void run(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = enter(address);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
