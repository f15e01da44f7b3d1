package org.entente.checks.faults;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.MerkleTree;
import org.entente.protocols.tlog.Subtree;

/** A node's journal read from its first leaf on, as an auditor reads it who believes no hash that is stored. */
record JournalLeaves(long size, Map<Subtree, Hash> subtrees) {
    static JournalLeaves of(PairedNode node, long size) {
        Map<Subtree, Hash> subtrees = new HashMap<>();
        String query = """
                select l.stream, l.type, l.hour, l.commitment
                from journal.places p join journal.leaves l on l.id = p.leaf
                where p.position < %d order by p.position
                """.formatted(size);
        try (var connection = node.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            for (long position = 0; rows.next(); position++) {
                Hash leaf = Hash.ofLeaf(Json.canonical(Json.newObject()
                        .put("stream", rows.getString("stream"))
                        .put("type", rows.getString("type"))
                        .put(
                                "hour",
                                rows.getObject("hour", OffsetDateTime.class)
                                        .toInstant()
                                        .toString())
                        .put("commitment", Secrets.base64url(rows.getBytes("commitment")))));
                subtrees.putAll(MerkleTree.append(position, leaf, of(subtrees)));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new JournalLeaves(size, subtrees);
    }

    Hash root() {
        return MerkleTree.root(size, of(subtrees));
    }

    private static MerkleTree.Subtrees of(Map<Subtree, Hash> known) {
        return subtree -> Objects.requireNonNull(known.get(subtree));
    }
}
