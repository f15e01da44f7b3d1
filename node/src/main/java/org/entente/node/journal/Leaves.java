package org.entente.node.journal;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where leaves are kept: first waiting, then with a place in the tree. */
@Component
class Leaves {
    private final JdbcClient sql;
    private final JdbcTemplate batches;

    Leaves(JdbcClient sql, JdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    /** A leaf that waited, with its identifier. */
    record Waiting(UUID id, Leaf leaf) {}

    void add(UUID id, Leaf leaf) {
        sql.sql("""
                        with leaf as (
                            insert into journal.leaves (id, stream, type, hour, commitment)
                            values (:id, :stream, :type, :hour, :commitment)
                            returning id)
                        insert into journal.waiting (leaf) select id from leaf""")
                .param("id", id)
                .param("stream", leaf.stream())
                .param("type", leaf.type())
                .param("hour", Timestamp.from(leaf.hour()))
                .param("commitment", leaf.commitment())
                .update();
    }

    /** Takes the leaves that have waited longest; the caller gives each a place in the same transaction. */
    List<Waiting> takeWaiting(int limit) {
        return sql.sql("""
                        with taken as (
                            delete from journal.waiting
                            where leaf in (select leaf from journal.waiting order by arrived limit :limit)
                            returning leaf, arrived)
                        select l.id, l.stream, l.type, l.hour, l.commitment
                        from taken join journal.leaves l on l.id = taken.leaf
                        order by taken.arrived""")
                .param("limit", limit)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        new Leaf(
                                row.getString("stream"),
                                row.getString("type"),
                                row.getTimestamp("hour").toInstant(),
                                row.getBytes("commitment"))))
                .list();
    }

    /** Gives the leaves the places from {@code first} on, in their order. */
    void place(List<Waiting> leaves, long first) {
        List<Object[]> rows = java.util.stream.IntStream.range(0, leaves.size())
                .mapToObj(i -> new Object[] {first + i, leaves.get(i).id()})
                .toList();
        batches.batchUpdate("insert into journal.places (position, leaf) values (?, ?)", rows);
    }

    /** A leaf's place in the tree; empty while it waits. */
    OptionalLong placeOf(LeafId id) {
        Optional<Long> place = sql.sql("select position from journal.places where leaf = :leaf")
                .param("leaf", id.value())
                .query(Long.class)
                .optional();
        return place.isPresent() ? OptionalLong.of(place.get()) : OptionalLong.empty();
    }

    /** Leaves that have their places, in order. */
    List<PlacedLeaf> placed(long from, long to) {
        return sql.sql("""
                        select p.position, l.id, l.stream, l.type, l.hour, l.commitment
                        from journal.places p join journal.leaves l on l.id = p.leaf
                        where p.position >= :from and p.position < :to order by p.position""")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new PlacedLeaf(
                        row.getLong("position"),
                        new LeafId(row.getObject("id", UUID.class)),
                        row.getString("stream"),
                        row.getString("type"),
                        row.getTimestamp("hour").toInstant(),
                        row.getBytes("commitment")))
                .list();
    }
}
