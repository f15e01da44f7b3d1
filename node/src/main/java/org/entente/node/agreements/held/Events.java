package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Where what happened before an entente came into force is kept, each with its leaf of the journal. */
@Component
public class Events {
    static final String STREAM = "agreements";

    private final JdbcClient sql;
    private final Journal journal;

    Events(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** What may happen. */
    public enum What {
        PROPOSED,
        APPROVED,
        SIGNED
    }

    /** Something that a party did. */
    public record Event(What what, String party, Instant at) {}

    /** Notes it once; later repetitions change nothing. */
    public void note(String name, String documentHash, Event event) {
        String what = event.what().name().toLowerCase(Locale.ROOT);
        ObjectNode record = Json.newObject()
                .put("entente", name)
                .put("document", documentHash)
                .put("what", what)
                .put("party", event.party());
        if (has(name, what, event.party())) {
            return;
        }
        RecordedLeaf leaf = journal.record(STREAM, "entente-" + what, record, event.at());
        sql.sql("""
                        insert into agreements.events (name, what, party, happened_at, leaf, salt)
                        values (:name, :what, :party, :at, :leaf, :salt)""")
                .param("name", name)
                .param("what", what)
                .param("party", event.party())
                .param("at", Timestamp.from(event.at()))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    private boolean has(String name, String what, String party) {
        return sql.sql("""
                        select count(*) from agreements.events
                        where name = :name and what = :what and party = :party""")
                        .param("name", name)
                        .param("what", what)
                        .param("party", party)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
