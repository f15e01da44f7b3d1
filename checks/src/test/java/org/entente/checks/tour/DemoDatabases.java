package org.entente.checks.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.database.DatabaseAddress;
import org.entente.database.EmbeddedPostgres;
import org.entente.demo.RegisterValues;

/**
 * What a tour left in the databases of its nodes.
 *
 * @param home the folder of the demo
 */
record DemoDatabases(Path home) {
    /** The nodes that a tour starts. */
    static final List<String> NODES =
            List.of("council", "quebec", "british-columbia", "ontario", "huron-wendat", "canada", "wallet");

    /** Where a government keeps what it knows of its own people: its register, whom it offered what, their accounts. */
    private static final Set<String> OWN_PEOPLE = Set.of("registers", "issuance", "people");

    /** No personal value stands readable in any, but where a government keeps what it knows of its own people. */
    void requireNoValueReadable() throws SQLException {
        RegisterValues values = RegisterValues.read();
        try (EmbeddedPostgres cluster = EmbeddedPostgres.open(home.resolve("postgres"), new SecureRandom())) {
            for (String node : NODES) {
                DatabaseAddress address = cluster.database(node.replace('-', '_'));
                for (String table : tables(address)) {
                    values.requireAbsent(dump(address, table), node + " " + table);
                }
            }
        }
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
