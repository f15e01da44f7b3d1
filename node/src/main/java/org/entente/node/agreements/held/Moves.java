package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the moves of talks are kept, each with its leaf of the journal. Whoever writes has opened the {@link Ledger}. */
@Component
public class Moves {
    /** The pause before we tell the other parties again which moves we know: doubled each time, up to a day. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private static final int MAX_DOUBLINGS = 11;

    private final JdbcClient sql;
    private final Journal journal;

    Moves(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** Keeps a move, which the caller has verified. */
    public void add(String name, Move move, Instant now) {
        RecordedLeaf leaf =
                journal.record(Events.STREAM, "entente-move", Json.newObject().put("move", move.jws()), now);
        sql.sql("""
                        insert into agreements.moves (name, hash, version, jws, received_at, leaf, salt)
                        values (:name, :hash, :version, :jws, :now, :leaf, :salt)""")
                .param("name", name)
                .param("hash", move.hash())
                .param("version", move.version())
                .param("jws", move.jws())
                .param("now", Timestamp.from(now))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
        tellAfter(name, 0, now);
    }

    /** Forgets the talks about a version that has come into force, and about those before. */
    public void forget(String name, int version) {
        sql.sql("delete from agreements.moves where name = :name and version <= :version")
                .param("name", name)
                .param("version", version)
                .update();
    }

    /** The ententes whose parties are to be told now which moves we know; each is told less and less often. */
    public List<String> due(Instant now) {
        List<String> due = sql.sql("""
                        select name from agreements.ententes e where tell_after <= :now
                            and exists (select from agreements.moves m where m.name = e.name)""")
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getString("name"))
                .list();
        due.forEach(name -> tellAfter(name, tells(name) + 1, now));
        return due;
    }

    private int tells(String name) {
        return sql.sql("select tells from agreements.ententes where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private void tellAfter(String name, int tells, Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tells, MAX_DOUBLINGS));
        sql.sql("update agreements.ententes set tells = :tells, tell_after = :after where name = :name")
                .param("tells", tells)
                .param("after", Timestamp.from(now.plus(pause)))
                .param("name", name)
                .update();
    }
}
