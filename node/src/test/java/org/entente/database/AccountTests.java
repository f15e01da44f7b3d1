package org.entente.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As whom the server runs when root starts it. */
class AccountTests {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String UID = "65523";

    @TempDir
    private Path directory;

    private Path programs;

    @BeforeEach
    void asRootOfTheMachine() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0 && Account.choose() == Account.APART, "root starts it");
        permit(directory, "rwx--x--x");
        programs = TestPrograms.linkInto(directory);
    }

    @Test
    void the_server_runs_under_a_uid_that_owns_nothing_else_and_gains_no_privilege() throws Exception {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            List<String> status = Files.readAllLines(Path.of("/proc/" + cluster.processId() + "/status"));

            assertThat(status)
                    .contains("Uid:\t" + (UID + "\t").repeat(4).strip(), "NoNewPrivs:\t1")
                    .contains("CapPrm:\t0000000000000000", "CapInh:\t0000000000000000", "CapEff:\t0000000000000000");
            assertThat(status.stream().filter(line -> line.startsWith("Groups:")))
                    .singleElement()
                    .asString()
                    .matches("Groups:\\s*");
        }
    }

    @Test
    void even_the_superuser_writes_and_reads_no_file_of_root() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "root's");
        permit(secret, "rw-------");
        Path open = permit(Files.createDirectory(directory.resolve("open")), "rwxr-xr-x");
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM);
                Connection superuser = asSuperuser(cluster)) {
            assertThatThrownBy(() -> run(superuser, "copy (select 1) to '" + open.resolve("planted") + "'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Permission denied");
            assertThatThrownBy(() -> run(superuser, "select pg_read_file('" + secret + "')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Permission denied");
        }
    }

    @Test
    void the_server_learns_nothing_of_our_environment() throws Exception {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            String environment = Files.readString(Path.of("/proc/" + cluster.processId() + "/environ"));

            assertThat(environment.split("\0")).allMatch(entry -> entry.matches("(PATH|PG[A-Z_]*)=.*"));
        }
    }

    @Test
    void a_cluster_in_the_name_of_another_is_taken_over_though_its_server_runs() throws Exception {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            remember(cluster);
        }
        Path data = directory.resolve("data");
        Programs.run(List.of("chown", "-R", "nobody", data.toString()), directory, directory.resolve("log"));
        Programs.prepared(
                        Account.APART.making(TestPrograms.server(programs, data)), directory, directory.resolve("log"))
                .start();
        Postmaster before = new Postmaster(data);
        assertThat(before.awaitAnswer(password(directory))).isTrue();
        long was = before.processId();

        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThat(cluster.processId()).isNotEqualTo(was);
            assertThat(ProcessHandle.of(was)).isEmpty();
            remembers(cluster);
            assertThat(owner(data.resolve("PG_VERSION"))).isEqualTo(UID);
        }
    }

    @Test
    void in_a_folder_that_only_root_enters_the_cluster_lies_elsewhere_with_a_link() throws Exception {
        Path closed = permit(Files.createDirectory(directory.resolve("closed")), "rwx------");
        Path home = closed.resolve("postgres");
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(home, RANDOM)) {
            remember(cluster);
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.open(home, RANDOM)) {
            remembers(again);
            Path quarters = home.resolve("quarters").toRealPath();
            assertThat(quarters).startsWith(Path.of("/var/lib/entente"));
            assertThat(quarters.resolve("belongs-to")).hasContent(home + "\n");
            assertThat(home.resolve("data")).doesNotExist();
        } finally {
            Trees.delete(home.resolve("quarters").toRealPath());
        }
    }

    @Test
    void a_cluster_that_its_account_can_no_longer_reach_moves_with_what_it_holds() throws Exception {
        Path closed = permit(Files.createDirectory(directory.resolve("closed")), "rwx--x--x");
        Path home = closed.resolve("postgres");
        TestPrograms.linkInto(home);
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(home, RANDOM)) {
            remember(cluster);
        }
        permit(closed, "rwx------");

        try (EmbeddedPostgres moved = EmbeddedPostgres.open(home, RANDOM)) {
            remembers(moved);
            assertThat(home.resolve("data")).doesNotExist();
        } finally {
            Trees.delete(home.resolve("quarters").toRealPath());
        }
    }

    private static void remember(EmbeddedPostgres cluster) throws SQLException {
        DatabaseAddress address = cluster.database("quebec");
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            run(connection, "create table kept as select 'bonjour' as word");
        }
    }

    private static void remembers(EmbeddedPostgres cluster) throws SQLException {
        DatabaseAddress address = cluster.database("quebec");
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("bonjour");
        }
    }

    private Connection asSuperuser(EmbeddedPostgres cluster) throws SQLException, IOException {
        String url = cluster.database("quebec").url();
        return DriverManager.getConnection(url, Postmaster.SUPERUSER, password(directory));
    }

    private static String password(Path home) throws IOException {
        return Files.readString(home.resolve("passwords").resolve(Postmaster.SUPERUSER));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String owner(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName();
    }

    private static Path permit(Path file, String permissions) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
