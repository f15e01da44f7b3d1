package org.entente.node.journal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    /** Adds a leaf to those that the transaction leaves behind. */
    void add(UUID id, Leaf leaf) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(AtCommit.class::isInstance)
                .map(AtCommit.class::cast)
                .filter(pending -> pending.of(this))
                .findAny()
                .orElseGet(this::pending)
                .add(new Waiting(id, leaf));
    }

    private AtCommit pending() {
        AtCommit pending = new AtCommit(this);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /**
     * Writes leaves and ends the transaction with them: both go to the database in one exchange. A commit of a transaction
     * that has ended does nothing.
     */
    void addAndCommit(List<Waiting> added) {
        sql.sql("""
                        with leaf as (
                            insert into journal.leaves (id, stream, type, hour, commitment)
                            select * from unnest(cast(:ids as uuid[]), cast(:streams as text[]), cast(:types as text[]),
                                cast(:hours as timestamptz[]), cast(:commitments as bytea[]))
                            returning id)
                        insert into journal.waiting (leaf) select id from leaf;
                        commit""")
                .param("ids", added.stream().map(Waiting::id).toArray(UUID[]::new))
                .param(
                        "streams",
                        added.stream().map(each -> each.leaf().stream()).toArray(String[]::new))
                .param("types", added.stream().map(each -> each.leaf().type()).toArray(String[]::new))
                .param(
                        "hours",
                        added.stream()
                                .map(each -> each.leaf().hour().toString())
                                .toArray(String[]::new))
                .param(
                        "commitments",
                        added.stream().map(each -> each.leaf().commitment()).toArray(byte[][]::new))
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
