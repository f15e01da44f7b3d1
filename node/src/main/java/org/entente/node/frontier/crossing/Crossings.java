package org.entente.node.frontier.crossing;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.frontier.Crossing;
import org.entente.node.frontier.Crossing.Direction;
import org.entente.node.frontier.Crossing.Kind;
import org.entente.node.frontier.Frontier;
import org.entente.node.journal.Journal;
import org.entente.node.journal.LeafId;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Where crossings are kept, each with the leaf that proves it. */
@Component
public class Crossings {
    static final String STREAM = "frontier";

    private final JdbcClient sql;
    private final Journal journal;

    /** A crossing, and what proves that it was journalled. */
    record Recorded(Crossing crossing, RecordedLeaf leaf) {}

    Crossings(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** Records that something crossed, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Crossing crossing) {
        RecordedLeaf leaf = journal.record(STREAM, leafType(crossing), record(crossing), crossing.at());
        sql.sql("""
                        insert into frontier.crossings
                            (at, direction, peer, kind, type, address, bytes, sha256, leaf, salt)
                        values (:at, :direction, :peer, :kind, :type, :address, :bytes, :sha256, :leaf, :salt)""")
                .param("at", Timestamp.from(crossing.at()))
                .param("direction", lower(crossing.direction()))
                .param("peer", crossing.peer().toString())
                .param("kind", lower(crossing.kind()))
                .param("type", crossing.type())
                .param("address", crossing.address().toString())
                .param("bytes", crossing.bytes())
                .param("sha256", crossing.sha256())
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    /** The latest crossings, latest first; at most {@link Frontier#MAX_LISTED}. */
    public List<Crossing> latest(int limit) {
        return latestRecorded(limit).stream().map(Recorded::crossing).toList();
    }

    /** As {@link #latest}, each with its leaf. */
    List<Recorded> latestRecorded(int limit) {
        return sql.sql("""
                        select at, direction, peer, kind, type, address, bytes, sha256, leaf, salt
                        from frontier.crossings order by id desc limit :limit""")
                .param("limit", Math.clamp(limit, 1, Frontier.MAX_LISTED))
                .query(Crossings::recorded)
                .list();
    }

    /** The crossing of a leaf. */
    Optional<Recorded> find(LeafId leaf) {
        return sql.sql("""
                        select at, direction, peer, kind, type, address, bytes, sha256, leaf, salt
                        from frontier.crossings where leaf = :leaf""")
                .param("leaf", leaf.value())
                .query(Crossings::recorded)
                .optional();
    }

    private static Recorded recorded(ResultSet row, int number) throws SQLException {
        Crossing crossing = new Crossing(
                row.getTimestamp("at").toInstant(),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                URI.create(row.getString("peer")),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("type"),
                URI.create(row.getString("address")),
                row.getInt("bytes"),
                row.getString("sha256"));
        return new Recorded(
                crossing, new RecordedLeaf(new LeafId(row.getObject("leaf", UUID.class)), row.getBytes("salt")));
    }

    /** The public form of a crossing: also what the leaf commits to. */
    static ObjectNode record(Crossing crossing) {
        return Json.newObject()
                .put("at", crossing.at().toString())
                .put("direction", lower(crossing.direction()))
                .put("peer", crossing.peer().toString())
                .put("kind", lower(crossing.kind()))
                .put("type", crossing.type())
                .put("address", crossing.address().toString())
                .put("bytes", crossing.bytes())
                .put("sha256", crossing.sha256());
    }

    static String leafType(Crossing crossing) {
        return lower(crossing.kind()) + "-" + lower(crossing.direction());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
