package org.entente.node.frontier.crossing;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    public static final String STREAM = "frontier";

    private final JdbcClient sql;
    private final Journal journal;

    /** A crossing, and what proves that it was journalled. */
    public record Recorded(Crossing crossing, RecordedLeaf leaf) {}

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
        return latestRecorded(Optional.empty(), limit).stream()
                .map(Recorded::crossing)
                .toList();
    }

    /** As {@link #latest}, each with its leaf; where another leaf is named, those before its crossing. */
    List<Recorded> latestRecorded(Optional<UUID> before, int limit) {
        return sql.sql("""
                        select at, direction, peer, kind, type, address, bytes, sha256, leaf, salt
                        from frontier.crossings
                        where cast(:before as uuid) is null
                           or id < (select max(id) from frontier.crossings where leaf = :before)
                        order by id desc limit :limit""")
                .param("before", before.orElse(null))
                .param("limit", Math.clamp(limit, 1, Frontier.MAX_LISTED))
                .query(Crossings::recorded)
                .list();
    }

    /** The crossings of these leaves. */
    public Map<LeafId, Recorded> of(Collection<LeafId> leaves) {
        return sql
                .sql("""
                        select at, direction, peer, kind, type, address, bytes, sha256, leaf, salt
                        from frontier.crossings where leaf = any(:leaves)""")
                .param("leaves", leaves.stream().map(LeafId::value).toArray(UUID[]::new))
                .query(Crossings::recorded)
                .list()
                .stream()
                .collect(Collectors.toMap(one -> one.leaf().id(), Function.identity()));
    }

    /** What crossed from an instant until before another, counted. */
    public List<Tally> tallies(Instant from, Instant to) {
        return sql.sql("""
                        select direction, kind, type, count(*) as count, sum(bytes) as bytes
                        from frontier.crossings where at >= :from and at < :to
                        group by direction, kind, type order by direction, kind, type""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Tally(
                        direction(row), kind(row), row.getString("type"), row.getLong("count"), row.getLong("bytes")))
                .list();
    }

    /** The leaf of the last that crossed before an instant. */
    public Optional<LeafId> lastBefore(Instant instant) {
        return sql.sql("select leaf from frontier.crossings where at < :instant order by at desc limit 1")
                .param("instant", Timestamp.from(instant))
                .query((row, number) -> new LeafId(row.getObject("leaf", UUID.class)))
                .optional();
    }

    /** When the first thing crossed. */
    public Optional<Instant> firstAt() {
        return sql.sql("select at from frontier.crossings order by id limit 1")
                .query((row, number) -> row.getTimestamp("at").toInstant())
                .optional();
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
                direction(row),
                URI.create(row.getString("peer")),
                kind(row),
                row.getString("type"),
                URI.create(row.getString("address")),
                row.getInt("bytes"),
                row.getString("sha256"));
        return new Recorded(
                crossing, new RecordedLeaf(new LeafId(row.getObject("leaf", UUID.class)), row.getBytes("salt")));
    }

    private static Direction direction(ResultSet row) throws SQLException {
        return Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    /** The public form of a crossing: also what the leaf commits to. */
    public static ObjectNode record(Crossing crossing) {
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
