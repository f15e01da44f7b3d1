package org.entente.node.names.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    /** A name that has a key in common with what was looked for. */
    record Found(PersonId person, UUID name) {}

    /** The versions of which there are keys. */
    List<String> versions() {
        return database.sql("select distinct version from names.keys order by version")
                .query((row, number) -> row.getString("version"))
                .list();
    }

    /** The names that have any of these keys, the likeliest first. */
    List<Found> find(NameKeys keys) {
        Set<String> all = new HashSet<>(keys.search());
        all.addAll(keys.roman());
        return database.sql("""
                        select person, name, min(case level when 'search' then 1 else 0 end) as rank
                        from names.keys
                        where version = :version and (
                            (level = 'identity' and key = :identity) or (level = 'form' and key = :stored)
                            or (level = 'search' and key = any(cast(:keys as text[]))))
                        group by person, name order by rank, person, name limit :most
                        """)
                .param("version", keys.version())
                .param("identity", keys.identity())
                .param("stored", keys.stored())
                .param("keys", all.toArray(String[]::new))
                .param("most", MAX_FOUND)
                .query((row, number) ->
                        new Found(new PersonId(row.getObject("person", UUID.class)), row.getObject("name", UUID.class)))
                .list();
    }
}
