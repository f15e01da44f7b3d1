package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.entente.node.agreements.document.Entente;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Where what happened before a version came into force is kept, each with its leaf of the journal. */
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
        COUNTERED,
        APPROVED,
        SIGNED
    }

    /**
     * Something that a party did.
     *
     * @param version of the document that it was about
     * @param document the hash of the text that it was about; empty where that is not known any more
     */
    public record Event(What what, String party, int version, String document, Instant at) {}

    /** Notes what a party did about a text, once; later repetitions change nothing. */
    public void note(Entente text, What what, String party, Instant at) {
        String code = what.name().toLowerCase(Locale.ROOT);
        if (has(text, code, party)) {
            return;
        }
        ObjectNode record = Json.newObject()
                .put("entente", text.name())
                .put("document", text.hash())
                .put("what", code)
                .put("party", party);
        RecordedLeaf leaf = journal.record(STREAM, "entente-" + code, record, at);
        sql.sql("""
                        insert into agreements.events (name, version, document, what, party, happened_at, leaf, salt)
                        values (:name, :version, :document, :what, :party, :at, :leaf, :salt)""")
                .param("name", text.name())
                .param("version", text.version())
                .param("document", text.hash())
                .param("what", code)
                .param("party", party)
                .param("at", Timestamp.from(at))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    private boolean has(Entente text, String what, String party) {
        return sql.sql("""
                        select count(*) from agreements.events
                        where name = :name and version = :version and document in (:document, '')
                            and what = :what and party = :party""")
                        .param("name", text.name())
                        .param("version", text.version())
                        .param("document", text.hash())
                        .param("what", what)
                        .param("party", party)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
