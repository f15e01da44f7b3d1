package org.entente.node.journal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;

/** The leaves of a transaction that is under way. They are its last words, after whatever else happens before it ends. */
final class AtCommit implements TransactionSynchronization {
    private final Leaves leaves;
    private final List<Leaves.Waiting> added = new ArrayList<>();

    AtCommit(Leaves leaves) {
        this.leaves = leaves;
    }

    /** Whether these are a node's own, of several in one process. */
    boolean of(Leaves asked) {
        return leaves == asked;
    }

    void add(Leaves.Waiting leaf) {
        added.add(leaf);
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        leaves.addAndCommit(added);
    }
}
