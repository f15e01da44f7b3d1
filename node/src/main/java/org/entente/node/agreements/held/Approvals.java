package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import org.entente.node.agreements.document.Entente;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where our own approvals are kept, each with its leaf of the journal. Whoever writes has opened the {@link Ledger}. */
@Component
public class Approvals {
    private final JdbcClient sql;
    private final Journal journal;

    Approvals(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** Keeps that a step of a path was taken. */
    public void add(Entente text, Talks.Path path, int step, String officer, Instant now) {
        RecordedLeaf leaf = journal.record(
                Events.STREAM,
                "entente-approval",
                Json.newObject().put("document", text.hash()).put("step", step).put("officer", officer),
                now);
        sql.sql("""
                        insert into agreements.approvals (name, document, path, step, officer, approved_at, leaf, salt)
                        values (:name, :document, :path, :step, :officer, :now, :leaf, :salt)""")
                .param("name", text.name())
                .param("document", text.hash())
                .param("path", path.hash())
                .param("step", step)
                .param("officer", officer)
                .param("now", Timestamp.from(now))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }
}
