package org.entente.names.barrier.door;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;

/**
 * In which character set a column is kept, and by which collation it is compared, as far as the database says.
 *
 * @param product the database's name
 * @param characters the character set; empty where the database does not say
 * @param collation likewise
 */
record ColumnText(String product, String characters, String collation) {
    private static final Set<String> WHOLE_OF_UNICODE =
            Set.of("utf8", "utf-8", "utf8mb4", "unicode", "al32utf8", "utf16", "utf16le", "utf32");
    private static final Set<String> FIRST_PLANE = Set.of("utf8mb3", "ucs2");

    /** What databases answer to: the standard's own view of columns, then what some of them say of the whole database. */
    private static final List<String> QUESTIONS = List.of(
            "select character_set_name, collation_name from information_schema.columns"
                    + " where lower(table_name) = ? and lower(column_name) = ?",
            "select pg_encoding_to_char(encoding), datcollate from pg_database where datname = current_database()"
                    + " and ? <> '' and ? <> ''");

    /** Asks the database; a question that it does not understand is passed over, and leaves no trace. */
    static ColumnText of(Connection connection, Table table) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String characters = "";
        String collation = "";
        for (String question : QUESTIONS) {
            Optional<List<String>> answer = answer(connection, question, table);
            if (answer.isPresent()) {
                characters = characters.isEmpty() ? answer.get().getFirst() : characters;
                collation = collation.isEmpty() ? answer.get().getLast() : collation;
            }
        }
        return new ColumnText(product, characters, collation);
    }

    private static Optional<List<String>> answer(Connection connection, String question, Table table)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement select = connection.prepareStatement(question)) {
            String[] parts = table.name().split("\\.");
            select.setString(1, small(parts[parts.length - 1]));
            select.setString(2, small(table.full()));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(List.of(text(rows, 1), text(rows, 2))) : Optional.empty();
            }
        } catch (SQLException e) {
            connection.rollback(before);
            return Optional.empty();
        }
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    private static String small(String text) {
        return UCharacter.toLowerCase(ULocale.ROOT, text);
    }

    /** What follows for names; nothing where the database does not say in what it writes. */
    Map<String, Finding> look(String column) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        if (!characters.isEmpty()) {
            boolean unicode = WHOLE_OF_UNICODE.contains(small(characters)) || isFirstPlane();
            findings.put("B17", unicode ? whole() : found(column, "charset"));
            findings.put("B18", !unicode || isFirstPlane() ? found(column, "charset-first-plane") : whole());
        }
        return findings;
    }

    /** Old versions of one database call "utf8" what has three bytes for a character at most. */
    private boolean isFirstPlane() {
        boolean threeBytes = small(product).contains("mysql") || small(product).contains("mariadb");
        return FIRST_PLANE.contains(small(characters))
                || (threeBytes && small(characters).equals("utf8"));
    }

    private Finding whole() {
        return new Finding.NotFound(Wording.of("tested.charset", characters, collation.isEmpty() ? "–" : collation));
    }

    private Finding found(String column, String key) {
        return new Finding.Found(List.of(new Evidence(column, "", characters, Wording.of(key, characters))));
    }
}
