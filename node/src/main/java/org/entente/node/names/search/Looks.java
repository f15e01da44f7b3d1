package org.entente.node.names.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who read a person's former names, when and why. */
@Repository
public class Looks {
    /** The most looks that a person is shown. */
    private static final int MAX_SHOWN = 50;

    private final JdbcClient database;

    Looks(JdbcClient database) {
        this.database = database;
    }

    /** A look as its person reads of it. */
    public record Look(String reason, Instant at) {}

    void add(UUID id, PersonId person, PersonId officer, String reason, Instant now) {
        database.sql("""
                        insert into names.looks (id, person, officer, reason, looked_at)
                        values (:id, :person, :officer, :reason, :now)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("officer", officer.value())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest looks at a person's former names. */
    public List<Look> at(PersonId person) {
        return database.sql("""
                        select reason, looked_at from names.looks where person = :person
                        order by looked_at desc limit :most
                        """)
                .param("person", person.value())
                .param("most", MAX_SHOWN)
                .query((row, number) -> new Look(
                        row.getString("reason"),
                        row.getObject("looked_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
