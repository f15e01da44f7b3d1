package org.entente.names.barrier.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/**
 * What an operator says of a table that keeps names.
 *
 * @param system what it is called in reports
 * @param url of JDBC
 * @param user who is audited as; the password comes from the environment
 * @param name the table, with its schema
 * @param full the column of the name
 * @param given the column of the given name; empty for none
 * @param others what the other columns of a row have to hold; {@code {n}} is the row's number, and tells rows apart
 * @param write the expression that is written into the column, with {@code ?} for the name
 * @param read the expression that is read back
 * @param search a query with the name as its parameter; empty for none. So are {@code list} and {@code match}
 */
public record Table(
        String system,
        String url,
        String user,
        String name,
        String full,
        String given,
        Map<String, String> others,
        String write,
        String read,
        String search,
        String list,
        String match) {
    /** @throws IllegalArgumentException when it is no such description, or a name in it is no name of SQL */
    public static Table read(String json) {
        JsonMembers in = JsonMembers.of(Json.read(json))
                .requireOnly(
                        "system", "url", "user", "table", "full", "given", "others", "write", "read", "search", "list",
                        "match");
        return new Table(
                in.text("system"),
                in.text("url"),
                in.optionalText("user").orElse(""),
                in.text("table"),
                in.text("full"),
                in.optionalText("given").orElse(""),
                in.map("others", value -> JsonMembers.asText("others", value)),
                in.optionalText("write").orElse("?"),
                in.optionalText("read").orElse(in.text("full")),
                in.optionalText("search").orElse(""),
                in.optionalText("list").orElse(""),
                in.optionalText("match").orElse(""));
    }

    public Table {
        others = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(others));
        List<String> written = new ArrayList<>(others.keySet());
        written.addAll(List.of(name, full));
        if (!written.stream().allMatch(each -> each.matches("[A-Za-z_][\\w$.]*")) || !given.matches("[\\w$]*")) {
            throw new IllegalArgumentException("a table and its columns have names of SQL");
        }
    }

    /** A column as the database describes it. */
    record Column(String name, int size, boolean required) {
        boolean is(String other) {
            return !other.isEmpty() && name.equalsIgnoreCase(other);
        }
    }

    /**
     * Connects.
     *
     * @param driver a JAR that holds the driver; empty where the class path does
     * @throws DoorFailed when the database does not let it in
     */
    public Connection connect(String driver, String password) {
        Properties who = new Properties();
        who.setProperty("user", user);
        who.setProperty("password", password);
        try {
            if (driver.isEmpty()) {
                return DriverManager.getConnection(url, who);
            }
            URL jar = Path.of(driver).toUri().toURL();
            for (Driver each : ServiceLoader.load(Driver.class, new URLClassLoader(new URL[] {jar}))) {
                if (each.acceptsURL(url)) {
                    Connection connection = each.connect(url, who);
                    if (connection != null) {
                        return connection;
                    }
                }
            }
            throw new DoorFailed(Wording.of("no-driver"));
        } catch (SQLException e) {
            throw new DoorFailed(Wording.of("database", "SQLSTATE " + e.getSQLState()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Column> columns(DatabaseMetaData metadata, Table table) throws SQLException {
        String[] parts = table.name().split("\\.");
        List<Column> columns = new ArrayList<>();
        for (String wanted :
                List.of(parts[parts.length - 1], parts[parts.length - 1].toUpperCase(java.util.Locale.ROOT))) {
            try (ResultSet rows = metadata.getColumns(null, null, wanted, null)) {
                while (columns.size() < 1_000 && rows.next()) {
                    columns.add(new Column(
                            rows.getString("COLUMN_NAME"),
                            rows.getInt("COLUMN_SIZE"),
                            "NO".equals(rows.getString("IS_NULLABLE"))));
                }
            }
        }
        return columns;
    }
}
