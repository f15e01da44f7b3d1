package org.entente.node.agreements.decide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where it is kept what officers asked for and others confirmed. */
@Component
public class Decisions {
    /** How long a first word waits. */
    static final Duration LIFETIME = Duration.ofDays(7);

    /** The most that are shown as waiting. */
    private static final int MAX_SHOWN = 200;

    private final JdbcClient sql;

    Decisions(JdbcClient sql) {
        this.sql = sql;
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

    /** Keeps a first word, in place of any other about the same subject. */
    void put(UUID id, Decision decision, String officer, Instant now) {
        sql.sql("""
                        insert into agreements.decisions (id, kind, subject, content, asked_by, asked_at)
                        values (:id, :kind, :subject, :content, :officer, :now)
                        on conflict (kind, subject) where confirmed_at is null do update
                        set id = :id, content = :content, asked_by = :officer, asked_at = :now""")
                .param("id", id)
                .param("kind", decision.kind().code())
                .param("subject", decision.subject())
                .param("content", decision.content())
                .param("officer", officer)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Keeps the second word. */
    void confirm(UUID id, String officer, Instant now) {
        sql.sql("update agreements.decisions set confirmed_by = :officer, confirmed_at = :now where id = :id")
                .param("id", id)
                .param("officer", officer)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Nothing came of it: the first word waits again, unless another about the same subject does by now. */
    void reopen(UUID id) {
        sql.sql("""
                        update agreements.decisions d set confirmed_by = null, confirmed_at = null
                        where id = :id and not exists (
                            select from agreements.decisions o
                            where o.kind = d.kind and o.subject = d.subject and o.confirmed_at is null)""").param("id", id).update();
    }

    /** Takes back what waits; false when it waits no more. */
    boolean remove(UUID id) {
        return sql.sql("delete from agreements.decisions where id = :id and confirmed_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }
}
