package org.entente.protocols.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that leaves are appended to, of which only the hashes of its largest complete subtrees are kept: enough for the
 * root at every size that it passes, in 32 bytes for each doubling.
 */
public final class GrowingTree {
    private final List<Hash> subtrees;
    private long size;

    /** A tree without leaves. */
    public GrowingTree() {
        this(0, List.of());
    }

    /**
     * A tree that has leaves.
     *
     * @param size how many
     * @param subtrees the hashes of its largest complete subtrees, as {@link MerkleTree#largestSubtrees} gives them
     * @throws IllegalArgumentException when a tree of this size has another number of them
     */
    public GrowingTree(long size, List<Hash> subtrees) {
        if (size < 0 || Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException("a tree has a largest subtree for each binary digit 1 of its size");
        }
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    /** Appends a leaf. */
    public void append(Hash leaf) {
        Hash hash = leaf;
        for (int filled = Long.numberOfTrailingZeros(~size); filled > 0; filled--) {
            hash = Hash.ofNode(subtrees.removeLast(), hash);
        }
        subtrees.add(hash);
        size++;
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** Its root (RFC 6962 §2.1). */
    public Hash root() {
        if (subtrees.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        Hash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(subtrees.get(i), root);
        }
        return root;
    }
}
