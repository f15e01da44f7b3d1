package org.entente.node.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.MerkleTree;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** The front desk: records that something happened, and proves it. */
@Component
public class Journal {
    /** The most leaves that are read at once. */
    public static final int MAX_READ = 1_000;

    private final Leaves leaves;
    private final Tree tree;
    private final Checkpoints checkpoints;
    private final Secrets secrets;

    Journal(Leaves leaves, Tree tree, Checkpoints checkpoints, Secrets secrets) {
        this.leaves = leaves;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.secrets = secrets;
    }

    /**
     * Records in the caller's transaction; without one it fails, since a record must stand or fall with what it records. The
     * leaf goes to the database with the transaction's end.
     * Only a salted commitment is kept here: the caller keeps the record and the salt if it wants to prove it later.
     *
     * @param stream which part of the house, for instance {@code frontier}; readable by whoever audits the log
     * @param type what happened, for instance {@code message-sent}; likewise
     * @param record what is committed to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RecordedLeaf record(String stream, String type, ObjectNode record, Instant now) {
        byte[] salt = secrets.bytes(Hash.LENGTH);
        UUID id = secrets.id();
        leaves.add(id, Leaf.of(stream, type, record, salt, now));
        return new RecordedLeaf(new LeafId(id), salt);
    }

    /** The latest checkpoint as it is published: a signed note (C2SP tlog-checkpoint). Empty before the first. */
    public Optional<String> checkpoint() {
        return checkpoints.latest().map(JournalState::note);
    }

    /** The proof that a leaf stands under the latest checkpoint; empty while it has no place. */
    @Transactional(readOnly = true)
    public Optional<InclusionProof> prove(LeafId id) {
        OptionalLong position = leaves.placeOf(id);
        if (position.isEmpty()) {
            return Optional.empty();
        }
        return checkpoints
                .latest()
                .map(checkpoint -> new InclusionProof(
                        position.getAsLong(),
                        MerkleTree.inclusion(position.getAsLong(), checkpoint.size(), tree),
                        checkpoint.note()));
    }

    /**
     * The proof that the log as it was with so many leaves is the beginning of the log of the latest checkpoint; empty
     * when it never had so many, or none.
     */
    @Transactional(readOnly = true)
    public Optional<ConsistencyProof> proveBeginning(long size) {
        return checkpoints
                .latest()
                .filter(checkpoint -> size > 0 && size <= checkpoint.size())
                .map(checkpoint -> new ConsistencyProof(
                        size, MerkleTree.consistency(size, checkpoint.size(), tree), checkpoint.note()));
    }

    /** The log as it was at the last checkpoint before an instant; empty when there was none. */
    public Optional<JournalState> stateBefore(Instant instant) {
        return checkpoints.lastBefore(instant);
    }

    /**
     * Leaves in their order, for an auditor.
     *
     * @param from the first position
     * @param to the position after the last; at most {@link #MAX_READ} are read at once
     */
    public List<PlacedLeaf> leaves(long from, long to) {
        return leaves.placed(from, Math.min(to, from + MAX_READ));
    }

    /** The hashes of the largest complete subtrees of the log as it was with so many leaves, from the left. */
    @Transactional(readOnly = true)
    public List<Hash> largestSubtrees(long size) {
        return MerkleTree.largestSubtrees(size, tree);
    }
}
