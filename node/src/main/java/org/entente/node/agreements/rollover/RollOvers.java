package org.entente.node.agreements.rollover;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.held.By;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the decisions to replace the key are kept; one at most is under way. */
@Component
class RollOvers {
    private final JdbcClient sql;

    RollOvers(JdbcClient sql) {
        this.sql = sql;
    }

    /** The one that is under way. */
    Optional<RollOver> underWay() {
        return sql.sql("""
                        select id, asked_by, asked_at, confirmed_at from agreements.roll_overs
                        where ended_at is null""")
                .query((row, number) -> new RollOver(
                        row.getObject("id", UUID.class),
                        row.getString("asked_by"),
                        row.getTimestamp("asked_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("confirmed_at")).map(Timestamp::toInstant)))
                .optional();
    }

    /** Whether a key was given up after that moment. */
    boolean hasEndedSince(Instant moment) {
        return sql.sql("select exists (select from agreements.roll_overs where ended_at > :moment)")
                .param("moment", Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    /** Who asked for the last one that was confirmed, and who confirmed it; empty where none ever was. */
    Optional<By> lastBy() {
        return sql.sql("""
                        select asked_by, confirmed_by from agreements.roll_overs
                        where confirmed_at is not null order by confirmed_at desc limit 1""")
                .query((row, number) -> By.two(row.getString("asked_by"), row.getString("confirmed_by")))
                .optional();
    }

    /** Begins one; false when one is under way. */
    boolean ask(UUID id, String officer, Instant now) {
        return sql.sql("""
                        insert into agreements.roll_overs (id, asked_by, asked_at) values (:id, :officer, :now)
                        on conflict do nothing""")
                        .param("id", id)
                        .param("officer", officer)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Confirms it once. */
    boolean confirm(UUID id, String officer, Instant now) {
        return sql.sql("""
                        update agreements.roll_overs set confirmed_by = :officer, confirmed_at = :now
                        where id = :id and confirmed_at is null""")
                        .param("id", id)
                        .param("officer", officer)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Takes back what nobody has confirmed. */
    boolean takeBack() {
        return sql.sql("delete from agreements.roll_overs where ended_at is null and confirmed_at is null")
                        .update()
                == 1;
    }

    /** Whether somebody has been told of a change, though it may have ended, and nobody after that moment. */
    boolean toldBefore(Instant moment) {
        return sql.sql("""
                        select coalesce(bool_and(told_at is null or told_at <= :moment), false)
                        from agreements.roll_overs where confirmed_at is not null""")
                .param("moment", Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    /** Notes that those have been told that do not follow the last change, though it may have ended. */
    void told(Instant now) {
        sql.sql("""
                        update agreements.roll_overs set told_at = :now
                        where id = (select id from agreements.roll_overs
                                    where confirmed_at is not null order by confirmed_at desc limit 1)""").param("now", Timestamp.from(now)).update();
    }

    void end(UUID id, Instant now) {
        sql.sql("update agreements.roll_overs set ended_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }
}
