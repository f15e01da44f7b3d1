package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import org.entente.node.agreements.life.Transition;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Where the transitions that this node took are kept, each with its leaf of the journal, which stays. */
@Component
public class Transitions {
    private final JdbcClient sql;
    private final Journal journal;

    Transitions(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** Keeps a transition, which the caller has applied. */
    public void add(String name, Transition transition, Instant now) {
        ObjectNode record = Json.newObject().put("transition", transition.jws());
        RecordedLeaf leaf = journal.record(Events.STREAM, "entente-transition", record, now);
        sql.sql("""
                        insert into agreements.transitions (name, number, jws, recorded_at, leaf, salt)
                        values (:name, :number, :jws, :now, :leaf, :salt)""")
                .param("name", name)
                .param("number", transition.number())
                .param("jws", transition.jws())
                .param("now", Timestamp.from(now))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    /** Gives up the transitions after a number, in whose place others come. */
    public void giveUpAfter(String name, int number, Instant now) {
        journal.record(
                Events.STREAM,
                "entente-set-back",
                Json.newObject().put("entente", name).put("number", number),
                now);
        sql.sql("delete from agreements.transitions where name = :name and number > :number")
                .param("name", name)
                .param("number", number)
                .update();
    }
}
