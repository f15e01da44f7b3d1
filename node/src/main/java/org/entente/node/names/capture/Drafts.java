package org.entente.node.names.capture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts of names; each is its person's alone. */
@Repository
class Drafts {
    /** The most drafts of a person; the oldest gives way. */
    private static final int MAX_DRAFTS = 5;

    private final JdbcClient database;

    Drafts(JdbcClient database) {
        this.database = database;
    }

    void begin(UUID id, PersonId person, Draft draft, Instant now) {
        database.sql("""
                        delete from names.drafts where id in (
                            select id from names.drafts where person = :person order by changed_at desc offset :rest)
                        """)
                .param("person", person.value())
                .param("rest", MAX_DRAFTS - 1)
                .update();
        database.sql("""
                        insert into names.drafts (id, person, draft, changed_at)
                        values (:id, :person, cast(:draft as jsonb), :now)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("draft", Json.write(draft.toJson()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Draft> find(UUID id, PersonId person) {
        return database.sql("select draft from names.drafts where id = :id and person = :person")
                .param("id", id)
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(json -> Draft.of(Json.object(json)));
    }

    void keep(UUID id, PersonId person, Draft draft, Instant now) {
        database.sql("""
                        update names.drafts set draft = cast(:draft as jsonb), changed_at = :now
                        where id = :id and person = :person
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("draft", Json.write(draft.toJson()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a draft; false when it had ended before. */
    boolean end(UUID id, PersonId person) {
        return database.sql("delete from names.drafts where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    void forget(Instant before) {
        database.sql("delete from names.drafts where changed_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
