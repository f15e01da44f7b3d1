package org.entente.checks.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import org.entente.checks.Lane;
import org.entente.database.DatabaseAddress;
import org.entente.database.EmbeddedPostgres;
import org.entente.demo.Demo;
import org.entente.demo.DemoFailed;
import org.entente.demo.RegisterValues;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Lane.NODES)
class TourTests {
    private static final Path HOME = Path.of("var", "demo");
    private static final int FIRST_PORT = 8520;
    private static final List<String> NODES =
            List.of("council", "quebec", "british-columbia", "ontario", "huron-wendat", "canada", "wallet");

    /** Where a government keeps what it knows of its own people: its register, whom it offered what, their accounts. */
    private static final Set<String> OWN_PEOPLE = Set.of("registers", "issuance", "people");

    private final RegisterValues values = RegisterValues.read();

    @BeforeAll
    void play() throws IOException {
        for (String node : NODES) {
            Files.deleteIfExists(HOME.resolve(node).resolve("node.log"));
        }
        Demo.run(new Demo.Options(true, true, true, FIRST_PORT));
    }

    @Test
    void no_personal_value_stands_in_a_log() throws IOException {
        for (String node : NODES) {
            Path log = HOME.resolve(node).resolve("node.log");
            assertThat(log).isNotEmptyFile();
            values.requireAbsent(Files.readAllBytes(log), "the log of " + node);
        }
    }

    @Test
    void no_personal_value_stands_readable_in_a_database_but_among_a_governments_own_people() throws SQLException {
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(HOME.resolve("postgres"), new SecureRandom())) {
            for (String node : NODES) {
                DatabaseAddress address = cluster.database(node.replace('-', '_'));
                for (String table : tables(address)) {
                    values.requireAbsent(dump(address, table), node + " " + table);
                }
            }
        }
    }

    @Test
    void a_value_would_be_found_in_every_usual_encoding() {
        byte[] name = "Maëlle Tadoussac".getBytes(StandardCharsets.UTF_8);
        for (String planted : List.of(
                "… Maëlle Tadoussac …",
                "{\"name\":\"Ma\\u00eblle Tadoussac\"}",
                "x"
                        + Base64.getEncoder()
                                .encodeToString(("a" + new String(name, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)),
                "name=Ma%C3%ABlle+Tadoussac",
                "\\x4d61c3ab6c6c65205461646f7573736163")) {
            assertThatThrownBy(() -> values.requireAbsent(planted.getBytes(StandardCharsets.UTF_8), "a test"))
                    .isInstanceOf(DemoFailed.class);
        }
    }

    @Test
    void a_value_would_be_found_however_deep_it_is_wrapped() {
        String jws = "e30." + base64("{\"place\":\"Kuujjuaq\",\"x\":1}") + ".c2ln";
        String nested = "e30." + base64("{\"body\":{\"act\":\"" + jws + "\"}}") + ".c2ln";
        String stored = "(\\\\x" + HexFormat.of().formatHex(nested.getBytes(StandardCharsets.UTF_8)) + ")";
        String compressed = "{\"lst\":\"" + Base64.getUrlEncoder().encodeToString(compress("Kuujjuaq")) + "\"}";
        for (String planted : List.of(jws, nested, stored, compressed, base64(compressed))) {
            assertThatThrownBy(() -> values.requireAbsent(planted.getBytes(StandardCharsets.UTF_8), "a test"))
                    .isInstanceOf(DemoFailed.class);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] compress(String text) {
        Deflater deflater = new Deflater();
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] compressed = new byte[200];
        return Arrays.copyOf(compressed, deflater.deflate(compressed));
    }

    private static List<String> tables(DatabaseAddress address) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = enter(address);
                var rows = connection
                        .createStatement()
                        .executeQuery("select schemaname, schemaname || '.' || tablename from pg_tables"
                                + " where schemaname not in ('pg_catalog', 'information_schema')")) {
            while (rows.next()) {
                if (!OWN_PEOPLE.contains(rows.getString(1))) {
                    tables.add(rows.getString(2));
                }
            }
        }
        assertThat(tables).isNotEmpty();
        return tables;
    }

    private static byte[] dump(DatabaseAddress address, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = enter(address);
                var rows = connection.createStatement().executeQuery("select t::text from " + table + " t")) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Connection enter(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
