package org.entente.node.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.keys.Keys;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives waiting leaves their places in the tree and signs a checkpoint over them: all of it or nothing. */
@Component
class SequenceLeaves {
    /** How many leaves one checkpoint adds at most. */
    static final int MAX_LEAVES = 1_000;

    private final Leaves leaves;
    private final Tree tree;
    private final Checkpoints checkpoints;
    private final Keys keys;
    private final LogName name;

    SequenceLeaves(Leaves leaves, Tree tree, Checkpoints checkpoints, Keys keys, LogName name) {
        this.leaves = leaves;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.name = name;
    }

    /**
     * Orders what waits; signs when something is new, and once at the very beginning.
     *
     * @return how many leaves got a place
     */
    @Transactional
    public int sequence(Instant now) {
        checkpoints.lock();
        Optional<JournalState> latest = checkpoints.latest();
        List<Leaves.Waiting> waiting = leaves.takeWaiting(MAX_LEAVES);
        if (waiting.isEmpty() && latest.isPresent()) {
            return 0;
        }
        long size = latest.map(JournalState::size).orElse(0L);
        leaves.place(waiting, size);
        Hash root = tree.append(
                size, waiting.stream().map(entry -> entry.leaf().hash()).toList());
        Checkpoint checkpoint = new Checkpoint(name.value(), size + waiting.size(), root);
        SignedNote note = SignedNote.sign(checkpoint.text(), name.value(), keys.federation());
        checkpoints.add(checkpoint.size(), note.toString(), now);
        return waiting.size();
    }
}
