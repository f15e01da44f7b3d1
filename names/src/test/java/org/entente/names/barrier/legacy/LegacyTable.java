package org.entente.names.barrier.legacy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.barrier.door.Table;
import org.entente.names.barrier.legacy.LegacyOutputs.Kept;

/** The registry's database: the table of persons behind its form and its interface, and a copy for statistics. */
final class LegacyTable implements AutoCloseable {
    private static final String COLUMNS = "reference, name, given, former, form";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final Connection connection;

    LegacyTable() {
        try {
            connection = DriverManager.getConnection(url);
            write("create table person (n identity, reference varchar, name varchar, given varchar, former varchar,"
                    + " form varchar)");
            write("create table statistics (n varchar, given varchar not null, name varchar)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The copy: cut at thirty, in the order of code points, one person where the plain letters are alike. */
    Table statistics(String system) {
        return new Table(
                system,
                url,
                "",
                "statistics",
                "name",
                "given",
                Map.of("n", "{n}"),
                "left(?, 30)",
                "name",
                "select name from statistics where name = ?",
                "select name from statistics order by name",
                "select name from statistics where translate(lower(name), 'łı', 'li') = translate(lower(?), 'łı', 'li')");
    }

    void add(Kept kept) {
        write(
                "insert into person (" + COLUMNS + ") values (?, ?, ?, ?, ?)",
                kept.reference(),
                kept.name(),
                kept.given(),
                kept.former(),
                kept.form());
    }

    void rename(Kept kept) {
        write(
                "update person set name = ?, former = ? where reference = ?",
                kept.name(),
                kept.former(),
                kept.reference());
    }

    Optional<Kept> find(String reference) {
        return all().stream().filter(kept -> kept.reference().equals(reference)).findFirst();
    }

    /** In the order in which they came. */
    List<Kept> all() {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + " from person order by n");
                ResultSet rows = select.executeQuery()) {
            List<Kept> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Kept(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)));
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String sql, String... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
