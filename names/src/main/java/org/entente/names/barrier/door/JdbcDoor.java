package org.entente.names.barrier.door;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.Ability;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.barrier.probe.Entry;
import org.entente.names.barrier.probe.Output;
import org.entente.names.barrier.probe.Reply;

/** A table of a database. All that is written is written in one transaction, which is rolled back at the end. */
public final class JdbcDoor implements Door {
    private static final int SHORTEST_LIMIT = 200;

    private final Connection connection;
    private final Table table;
    private final Pace pace;
    private final Map<String, String> names = new HashMap<>();

    private JdbcDoor(Connection connection, Table table, Pace pace) {
        this.connection = connection;
        this.table = table;
        this.pace = pace;
    }

    /**
     * Takes a connection, which is closed with the door.
     *
     * @throws DoorFailed when no transaction can be begun
     */
    public static JdbcDoor open(Connection connection, Table table, Pace pace) {
        try {
            connection.setAutoCommit(false);
            return new JdbcDoor(connection, table, pace);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Set<Ability> abilities() {
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        if (!table.given().isEmpty()) {
            abilities.add(Ability.PARTS);
        }
        if (!table.search().isEmpty()) {
            abilities.add(Ability.SEARCH);
        }
        if (!table.list().isEmpty()) {
            abilities.add(Ability.LIST);
        }
        if (!table.match().isEmpty()) {
            abilities.add(Ability.MATCH);
        }
        return abilities;
    }

    @Override
    public Set<Output.Kind> kinds() {
        return EnumSet.of(Output.Kind.DATA);
    }

    @Override
    public Reply register(Entry entry) {
        String reference = "" + (names.size() + 1);
        Map<String, String> row = new LinkedHashMap<>();
        table.others().forEach((column, value) -> row.put(column, literal(value.replace("{n}", reference))));
        if (!table.given().isEmpty() && !entry.alone()) {
            row.put(table.given(), literal(Entry.OTHER_PART));
        }
        row.put(table.full(), table.write());
        pace.await();
        String sql = "insert into " + table.name() + " (" + String.join(", ", row.keySet()) + ") values ("
                + String.join(", ", row.values()) + ")";
        try {
            Savepoint before = connection.setSavepoint();
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, entry.full());
                insert.executeUpdate();
                names.put(reference, entry.full());
                return new Reply.Accepted(reference);
            } catch (SQLException e) {
                connection.rollback(before);
                return new Reply.Refused(0, "SQLSTATE " + e.getSQLState());
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public Reply rename(String reference, String full) {
        return new Reply.Refused(0, "");
    }

    /** What stands in the column now in the row that was written last with this name. */
    @Override
    public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
        String key = table.others().entrySet().stream()
                .filter(other -> other.getValue().contains("{n}"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new DoorFailed(Wording.of("no-key")));
        String value = table.others().getOrDefault(key, "").replace("{n}", reference);
        String sql = "select " + table.read() + " from " + table.name() + " where " + key + " = " + literal(value);
        Output.Outlet column = new Output.Outlet(table.name() + "." + table.full(), Output.Kind.DATA, "");
        return query(sql).stream()
                .limit(1)
                .map(text -> new Output(column, text))
                .toList();
    }

    @Override
    public List<String> search(String typed) {
        return query(table.search(), typed);
    }

    @Override
    public List<String> list() {
        return query(table.list());
    }

    @Override
    public List<String> match(String presented) {
        return query(table.match(), presented);
    }

    /** A query that fails is described wrongly: nothing would be learned from its silence. */
    private List<String> query(String sql, String... arguments) {
        pace.await();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= select.getParameterMetaData().getParameterCount(); i++) {
                select.setString(i, arguments[0]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String text = rows.getString(1);
                    texts.add(text == null ? "" : text);
                }
            }
            return texts;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Map<String, Finding> observed() {
        Map<String, Finding> findings = new LinkedHashMap<>();
        List<Evidence> limits = new ArrayList<>();
        List<Evidence> required = new ArrayList<>();
        Set<String> described = new HashSet<>();
        try {
            findings.putAll(ColumnText.of(connection, table).look(table.full()));
            DatabaseMetaData metadata = connection.getMetaData();
            for (Table.Column column : Table.columns(metadata, table)) {
                described.add(column.is(table.full()) ? "B12" : column.is(table.given()) ? "B09" : "");
                if (column.is(table.full()) && column.size() > 0 && column.size() < SHORTEST_LIMIT) {
                    limits.add(new Evidence(column.name(), "", "" + column.size(), Wording.of("limit", column.size())));
                }
                if (column.is(table.given()) && column.required()) {
                    required.add(new Evidence(column.name(), "", "not null", Wording.of("required-parts")));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        Map.of("B12", limits, "B09", required).forEach((id, evidence) -> {
            if (described.contains(id)) {
                findings.put(id, or(evidence));
            }
        });
        return findings;
    }

    private static Finding or(List<Evidence> evidence) {
        return evidence.isEmpty() ? new Finding.NotFound(Wording.of("tested.columns")) : new Finding.Found(evidence);
    }

    private static DoorFailed failed(SQLException e) {
        return new DoorFailed(Wording.of("database", "SQLSTATE " + e.getSQLState()));
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
