package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.database.DatabaseAddress;
import org.entente.database.EmbeddedPostgres;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.JdbcDoor;
import org.entente.names.barrier.door.Pace;
import org.entente.names.barrier.door.Table;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.barrier.probe.Interview;
import org.entente.names.barrier.report.ReportJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** A register's table in PostgreSQL, with barriers built into its columns and without. */
class BarriersInDatabaseTests {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static DatabaseAddress address;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.open(folder.resolve("db"), new SecureRandom());
        address = postgres.database("registry");
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @TestFactory
    Stream<DynamicTest> a_barrier_in_a_table_is_found_and_in_a_sound_one_it_is_not() {
        return BuiltBarrier.ALL.stream()
                .map(built -> DynamicTest.dynamicTest(built.barrier(), () -> {
                    String table = "t_" + built.barrier();
                    run("create table " + table + " (" + built.columns() + ")");

                    assertThat(found(table, built.search(), built.list(), Set.of(built.barrier())))
                            .containsExactly(built.barrier());
                }));
    }

    @Test
    void a_sound_table_has_none_and_keeps_nothing_of_the_audit() throws SQLException {
        run("create table sound (" + BuiltBarrier.SOUND + ")");

        assertThat(found("sound", "", "", Set.of())).isEmpty();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from sound")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void says_nothing_of_what_a_table_cannot_show() throws SQLException {
        run("create table plain (n text, name varchar(30))");
        Table table = new Table(
                "registry",
                address.url(),
                address.user(),
                "plain",
                "name",
                "",
                Map.of("n", "{n}"),
                "?",
                "name",
                "",
                "",
                "");
        try (Door door = JdbcDoor.open(connect(), table, new Pace(Pace.FASTEST))) {
            Map<String, Finding> findings = Interview.silent().at(door);

            assertThat(findings.get("B12")).isInstanceOf(Finding.Found.class);
            for (String row : List.of("B09", "B16", "B55")) {
                assertThat(findings.get(row)).as(row).isInstanceOf(Finding.NotApplicable.class);
            }
        }
    }

    @Test
    void the_character_set_of_a_column_is_read_from_the_database_itself() throws SQLException {
        run("create table whole (" + BuiltBarrier.SOUND + ")");
        try (Door door = JdbcDoor.open(connect(), table("whole", "", ""), new Pace(Pace.FASTEST))) {
            assertThat(new Interview(Set.of("B17", "B18"), id -> {}).at(door).get("B17"))
                    .isInstanceOfSatisfying(
                            Finding.NotFound.class,
                            not -> assertThat(not.tested().en()).contains("Tłı̨chǫ", "Kept in UTF8, compared by"));
        }
    }

    /** The table in which our own registers keep what they say of a person. */
    @Test
    void our_own_register_has_none() throws IOException, SQLException {
        run("create schema registers");
        run(new ClassPathResource("db/migration/registers/V1__records.sql").getContentAsString(StandardCharsets.UTF_8));
        Table records = new Table(
                "ours",
                address.url(),
                address.user(),
                "registers.records",
                "claims",
                "",
                Map.of(
                        "register", "r",
                        "number", "{n}",
                        "birth_date", "1990-01-01",
                        "letter_code", "x",
                        "imported_at", "2026-01-01T00:00:00Z"),
                "jsonb_build_object('name', ?::text)",
                "claims ->> 'name'",
                "",
                "",
                "");

        assertThat(found(records, Set.of())).isEmpty();
    }

    /** The tables in which our own room for names keeps files and the keys by which they are found. */
    @Test
    void our_own_files_of_names_have_none() throws IOException, SQLException {
        run("create schema names");
        run(new ClassPathResource("db/migration/names/V1__names.sql").getContentAsString(StandardCharsets.UTF_8));
        String person = "00000000-0000-4000-8000-000000000001";
        Table files = ours(
                "names.files",
                "file",
                Map.of("person", person, "version", "{n}", "change", "added", "changed_at", "2026-01-01T00:00:00Z"),
                "jsonb_build_object('names', jsonb_build_array(jsonb_build_object('full', ?::text)))",
                "file -> 'names' -> 0 ->> 'full'");
        Table keys = ours(
                "names.keys",
                "key",
                Map.of("person", person, "name", person, "version", "{n}", "level", "search"),
                "?",
                "key");

        assertThat(found(files, Set.of())).isEmpty();
        assertThat(found(keys, Set.of())).isEmpty();
    }

    @Test
    void a_search_that_is_not_described_is_a_row_with_its_reason() throws SQLException {
        run("create table silent (" + BuiltBarrier.SOUND + ")");
        try (Door door = JdbcDoor.open(connect(), table("silent", "", ""), new Pace(Pace.FASTEST))) {
            assertThat(new Interview(Set.of("B36"), id -> {}).at(door).get("B36"))
                    .isInstanceOf(Finding.NotApplicable.class);
        }
    }

    @Test
    void the_command_line_looks_into_a_table_and_writes_its_reports() throws IOException, SQLException {
        run("create table commanded (n text, given text, name varchar(30))");
        Path described = Files.writeString(
                folder.resolve("table.json"), """
                {"system": "registry", "url": "%s?password=%s", "user": "%s", "table": "commanded", "full": "name",
                 "others": {"n": "{n}"}}
                """.formatted(address.url(), address.password(), address.user()));
        Path reports = folder.resolve("reports");
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int ending = BarriersCommand.run(
                words(
                        "jdbc",
                        described.toString(),
                        "--i-own-this-system",
                        "--only",
                        "B01,B12",
                        "--rate",
                        "" + Pace.FASTEST,
                        "--out",
                        reports.toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                InstantSource.fixed(Instant.EPOCH));

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("! B12").doesNotContain("! B01");
        assertThat(ending).isEqualTo(1);
        AuditReport report = ReportJson.read(Files.readString(reports.resolve("report.json")));
        assertThat(report.target()).isEqualTo("jdbc");
        assertThat(Files.readString(reports.resolve("report.fr.html"))).contains("registry");
    }

    @Test
    void says_that_it_was_not_let_in() {
        Table table = table("sound", "", "");
        assertThatExceptionOfType(DoorFailed.class)
                .isThrownBy(() -> table.connect("", "not the password"))
                .withMessageContaining("SQLSTATE 28P01");
    }

    private static List<String> found(String table, String search, String list, Set<String> only) throws SQLException {
        return found(table(table, search.replace("%s", table), list.replace("%s", table)), only);
    }

    private static List<String> found(Table table, Set<String> only) throws SQLException {
        try (Door door = JdbcDoor.open(connect(), table, new Pace(Pace.FASTEST))) {
            return new TreeMap<>(new Interview(only, id -> {}).at(door))
                    .entrySet().stream()
                            .filter(row -> row.getValue().kind() == Finding.Kind.FOUND)
                            .map(Map.Entry::getKey)
                            .toList();
        }
    }

    private static Table table(String name, String search, String list) {
        return new Table(
                "registry",
                address.url(),
                address.user(),
                name,
                "name",
                "given",
                Map.of("n", "{n}"),
                "?",
                "name",
                search,
                list,
                "");
    }

    private static Words words(String... words) {
        List<String> line = new ArrayList<>(List.of("names", "audit"));
        line.addAll(List.of(words));
        Words all = new Words(line);
        assertThat(all.next("audit")).isEqualTo("audit");
        return all;
    }

    private static Table ours(String name, String full, Map<String, String> others, String write, String read) {
        return new Table("ours", address.url(), address.user(), name, full, "", others, write, read, "", "", "");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
