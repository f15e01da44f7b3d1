package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where it is kept who did what for this government about an entente, each with its leaf of the journal. It stays with the
 * node. What is written is written in the transaction in which it is done, so that the record never names who did what was not
 * done, nor lacks who did what was.
 */
@Component
public class Deeds {
    private final JdbcClient sql;
    private final Journal journal;

    Deeds(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /**
     * Keeps a deed.
     *
     * @param entente the name under which it is held
     * @param subject see {@link Deed}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String entente, Deed.Kind kind, String subject, By by, Instant now) {
        ObjectNode record = Json.newObject()
                .put("entente", entente)
                .put("kind", kind.code())
                .put("subject", subject)
                .put("officer", by.officer());
        by.asked().ifPresent(asked -> record.put("asked_by", asked));
        RecordedLeaf leaf = journal.record(Events.STREAM, "officer-acted", record, now);
        sql.sql("""
                        insert into agreements.deeds
                            (name, kind, subject, officer, asked_by, done_at, leaf, salt)
                        values (:name, :kind, :subject, :officer, :asked, :now, :leaf, :salt)""")
                .param("name", entente)
                .param("kind", kind.code())
                .param("subject", subject)
                .param("officer", by.officer())
                .param("asked", by.asked().orElse(null))
                .param("now", Timestamp.from(now))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    /**
     * What was done about an entente, the newest first.
     *
     * @param before only deeds of lower numbers
     * @param limit how many at most
     */
    public List<Deed> of(String entente, long before, int limit) {
        return sql.sql("""
                        select number, kind, subject, officer, asked_by, done_at from agreements.deeds
                        where name = :name and number < :before order by number desc limit :limit""")
                .param("name", entente)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Deed(
                        row.getLong("number"),
                        Deed.Kind.of(row.getString("kind")),
                        row.getString("subject"),
                        new By(row.getString("officer"), Optional.ofNullable(row.getString("asked_by"))),
                        row.getTimestamp("done_at").toInstant()))
                .list();
    }
}
