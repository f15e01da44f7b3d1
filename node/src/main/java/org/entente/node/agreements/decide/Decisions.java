package org.entente.node.agreements.decide;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where it is kept what officers asked for and others confirmed, each word with its leaf of the journal. Whoever writes has
 * opened the {@code Ledger}.
 */
@Component
public class Decisions {
    /** How long a first word waits. */
    static final Duration LIFETIME = Duration.ofDays(7);

    /** The most that are shown as waiting. */
    private static final int MAX_SHOWN = 200;

    private static final String STREAM = "agreements";

    private final JdbcClient sql;
    private final Journal journal;

    Decisions(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** What waits for a second officer, the oldest first. */
    public List<FirstWord> waiting(Instant now) {
        return sql.sql("""
                        select id, kind, subject, content, asked_by, asked_at from agreements.decisions
                        where confirmed_at is null and asked_at > :since order by asked_at, id limit :limit""")
                .param("since", Timestamp.from(now.minus(LIFETIME)))
                .param("limit", MAX_SHOWN)
                .query((row, number) -> word(row))
                .list();
    }

    /** What waits of that kind about that subject. */
    Optional<FirstWord> waiting(Decision about, Instant now) {
        return sql.sql("""
                        select id, kind, subject, content, asked_by, asked_at from agreements.decisions
                        where kind = :kind and subject = :subject and confirmed_at is null and asked_at > :since""")
                .param("kind", about.kind().code())
                .param("subject", about.subject())
                .param("since", Timestamp.from(now.minus(LIFETIME)))
                .query((row, number) -> word(row))
                .optional();
    }

    private static FirstWord word(ResultSet row) throws SQLException {
        Decision decision = new Decision(
                Decision.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("subject"),
                row.getString("content"));
        return new FirstWord(
                row.getObject("id", UUID.class),
                decision,
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant());
    }

    /** Keeps a first word, in place of one about the same subject that has lapsed or is out of date. */
    void put(UUID id, Decision decision, String officer, Instant now) {
        RecordedLeaf leaf = record("decision-asked", decision, officer, now);
        sql.sql("""
                        insert into agreements.decisions
                            (id, kind, subject, content, asked_by, asked_at, asked_leaf, asked_salt)
                        values (:id, :kind, :subject, :content, :officer, :now, :leaf, :salt)
                        on conflict (kind, subject) where confirmed_at is null do update
                        set id = :id, content = :content, asked_by = :officer, asked_at = :now,
                            asked_leaf = :leaf, asked_salt = :salt""")
                .param("id", id)
                .param("kind", decision.kind().code())
                .param("subject", decision.subject())
                .param("content", decision.content())
                .param("officer", officer)
                .param("now", Timestamp.from(now))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    /** Keeps the second word, in the transaction in which what it asks for is done. */
    void confirm(FirstWord word, String officer, Instant now) {
        RecordedLeaf leaf = record("decision-confirmed", word.decision(), officer, now);
        sql.sql("""
                        update agreements.decisions
                        set confirmed_by = :officer, confirmed_at = :now, confirmed_leaf = :leaf, confirmed_salt = :salt
                        where id = :id""")
                .param("id", word.id())
                .param("officer", officer)
                .param("now", Timestamp.from(now))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    /** Takes back what waits; false when it waits no more. */
    boolean remove(UUID id, String officer, Instant now) {
        Optional<FirstWord> removed =
                sql.sql("""
                        delete from agreements.decisions where id = :id and confirmed_at is null
                        returning id, kind, subject, content, asked_by, asked_at""").param("id", id).query((row, number) -> word(row)).optional();
        removed.ifPresent(word -> record("decision-taken-back", word.decision(), officer, now));
        return removed.isPresent();
    }

    /** What was decided is committed to by its hash, so that it is shown to nobody who is shown who decided. */
    private RecordedLeaf record(String type, Decision decision, String officer, Instant now) {
        byte[] content = decision.content().getBytes(StandardCharsets.UTF_8);
        ObjectNode record = Json.newObject()
                .put("kind", decision.kind().code())
                .put("subject", decision.subject())
                .put("content", Secrets.base64url(Secrets.sha256(content)))
                .put("officer", officer);
        return journal.record(STREAM, type, record, now);
    }
}
