package org.entente.node.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.MerkleTree;
import org.entente.protocols.tlog.Subtree;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the hashes of the tree's complete subtrees are kept. */
@Component
class Tree implements MerkleTree.Subtrees {
    private final JdbcClient sql;
    private final JdbcTemplate batches;

    Tree(JdbcClient sql, JdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    @Override
    public Hash hash(Subtree subtree) {
        return Hash.of(sql.sql("select hash from journal.subtrees where level = :level and index = :index")
                .param("level", subtree.level())
                .param("index", subtree.index())
                .query((row, number) -> row.getBytes("hash"))
                .single());
    }

    /**
     * Appends leaves.
     *
     * @param size how many the tree has before
     * @return the root afterwards
     */
    Hash append(long size, List<Hash> leaves) {
        Map<Subtree, Hash> added = new HashMap<>();
        MerkleTree.Subtrees withAdded = subtree -> {
            Hash known = added.get(subtree);
            return known == null ? hash(subtree) : known;
        };
        long next = size;
        for (Hash leaf : leaves) {
            added.putAll(MerkleTree.append(next, leaf, withAdded));
            next++;
        }
        List<Object[]> rows = added.entrySet().stream()
                .map(entry -> new Object[] {
                    entry.getKey().level(),
                    entry.getKey().index(),
                    entry.getValue().bytes()
                })
                .toList();
        batches.batchUpdate("insert into journal.subtrees (level, index, hash) values (?, ?, ?)", rows);
        return MerkleTree.root(next, withAdded);
    }
}
