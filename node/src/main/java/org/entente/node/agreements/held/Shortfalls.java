package org.entente.node.agreements.held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where it is kept which parties kept up less than an entente promises, each with the leaf of the journal by which it began and
 * the one by which it ended. Whoever writes has opened the {@link Ledger}.
 */
@Component
public class Shortfalls {
    private final JdbcClient sql;
    private final Journal journal;

    Shortfalls(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** Those that last, by the name of the entente. */
    public Map<String, Set<Shortfall.What>> open() {
        Map<String, Set<Shortfall.What>> all = new HashMap<>();
        sql.sql("select name, party, kind, subject from agreements.shortfalls where ended_at is null")
                .query(row -> {
                    all.computeIfAbsent(row.getString("name"), name -> new HashSet<>())
                            .add(what(row));
                });
        return all;
    }

    /** Those of an entente, the newest first. */
    public List<Shortfall> of(String name, int limit) {
        return sql.sql("""
                        select party, kind, subject, began_at, ended_at from agreements.shortfalls
                        where name = :name order by number desc limit :limit""")
                .param("name", name)
                .param("limit", limit)
                .query((row, number) -> new Shortfall(
                        what(row),
                        row.getTimestamp("began_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** Notes what began and what is over, so that exactly these last. */
    public void settle(String name, Set<Shortfall.What> now, Instant at) {
        Set<Shortfall.What> before = open().getOrDefault(name, Set.of());
        now.stream().filter(what -> !before.contains(what)).forEach(what -> begin(name, what, at));
        before.stream().filter(what -> !now.contains(what)).forEach(what -> end(name, what, at));
    }

    private void begin(String name, Shortfall.What what, Instant at) {
        RecordedLeaf leaf = record(name, what, "service-level-missed", at);
        sql.sql("""
                        insert into agreements.shortfalls (name, party, kind, subject, began_at, leaf, salt)
                        values (:name, :party, :kind, :subject, :at, :leaf, :salt)""")
                .param("name", name)
                .param("party", what.party())
                .param("kind", what.kind().code())
                .param("subject", what.subject())
                .param("at", Timestamp.from(at))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    private void end(String name, Shortfall.What what, Instant at) {
        RecordedLeaf leaf = record(name, what, "service-level-kept-again", at);
        sql.sql("""
                        update agreements.shortfalls
                        set ended_at = :at, ended_leaf = :leaf, ended_salt = :salt
                        where name = :name and party = :party and kind = :kind and subject = :subject
                            and ended_at is null""")
                .param("name", name)
                .param("party", what.party())
                .param("kind", what.kind().code())
                .param("subject", what.subject())
                .param("at", Timestamp.from(at))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    private RecordedLeaf record(String name, Shortfall.What what, String kind, Instant at) {
        return journal.record(
                Events.STREAM,
                kind,
                Json.newObject()
                        .put("entente", name)
                        .put("party", what.party())
                        .put("kind", what.kind().code())
                        .put("subject", what.subject()),
                at);
    }

    private static Shortfall.What what(ResultSet row) throws SQLException {
        return new Shortfall.What(
                row.getString("party"), Shortfall.Kind.of(row.getString("kind")), row.getString("subject"));
    }
}
