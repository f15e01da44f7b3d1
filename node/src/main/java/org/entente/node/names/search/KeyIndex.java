package org.entente.node.names.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.names.key.NameKeys;
import org.entente.node.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks keys up; keys of different versions are never compared. */
@Repository
class KeyIndex {
    /** The most names that are compared for one search. */
    static final int MAX_FOUND = 500;

    private final JdbcClient database;

    KeyIndex(JdbcClient database) {
        this.database = database;
    }

    /**
     * A name that has a key in common with what was looked for.
     *
     * @param version of that key
     */
    record Found(PersonId person, UUID name, String version) {}

    /** The versions of which there are keys. */
    List<String> versions() {
        return database.sql("select distinct version from names.keys order by version")
                .query((row, number) -> row.getString("version"))
                .list();
    }

    /**
     * The names that have any of these keys: first those that have more than a key for searching, then those that have the most in
     * common; each once, for its own keys are of one version.
     */
    List<Found> find(Collection<NameKeys> sought) {
        List<Key> keys = sought.stream().flatMap(KeyIndex::keys).distinct().toList();
        return database.sql("""
                        select person, name, version, min(case level when 'search' then 1 else 0 end) as rank
                        from names.keys
                        where (version, level, key) in (select * from unnest(
                            cast(:versions as text[]), cast(:levels as text[]), cast(:keys as text[])))
                        group by person, name, version order by rank, count(*) desc, person, name limit :most
                        """)
                .param("versions", column(keys, Key::version))
                .param("levels", column(keys, Key::level))
                .param("keys", column(keys, Key::text))
                .param("most", MAX_FOUND)
                .query((row, number) -> new Found(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getObject("name", UUID.class),
                        row.getString("version")))
                .list();
    }

    private record Key(String version, String level, String text) {}

    private static Stream<Key> keys(NameKeys sought) {
        return Stream.concat(
                Stream.of(
                        new Key(sought.version(), "identity", sought.identity()),
                        new Key(sought.version(), "form", sought.stored())),
                Stream.concat(sought.search().stream(), sought.roman().stream())
                        .map(key -> new Key(sought.version(), "search", key)));
    }

    private static String[] column(List<Key> keys, Function<Key, String> column) {
        return keys.stream().map(column).toArray(String[]::new);
    }
}
