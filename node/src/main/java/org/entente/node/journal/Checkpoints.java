package org.entente.node.journal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where signed checkpoints are kept. */
@Component
class Checkpoints {
    private final JdbcClient sql;

    Checkpoints(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<JournalState> latest() {
        return sql.sql("select size, note from journal.checkpoints order by size desc limit 1")
                .query(JournalState.class)
                .optional();
    }

    /** The last that was signed before an instant. */
    Optional<JournalState> lastBefore(Instant instant) {
        return sql.sql("""
                        select size, note from journal.checkpoints
                        where signed_at < :instant order by size desc limit 1""")
                .param("instant", Timestamp.from(instant))
                .query(JournalState.class)
                .optional();
    }

    void add(long size, String note, Instant now) {
        sql.sql("insert into journal.checkpoints (size, note, signed_at) values (:size, :note, :now)")
                .param("size", size)
                .param("note", note)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Until the caller's transaction ends, no other process adds a checkpoint; reading is not held up. */
    void lock() {
        sql.sql("lock table journal.checkpoints in share row exclusive mode").update();
    }
}
