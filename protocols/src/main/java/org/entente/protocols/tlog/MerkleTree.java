package org.entente.protocols.tlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Merkle tree of RFC 6962 §2.1, computed from the hashes of its complete subtrees, which the caller keeps. Every
 * operation reads at most {@code 2·log2(size)} of them.
 */
public final class MerkleTree {
    private MerkleTree() {}

    /** Where the hashes of complete subtrees are kept. */
    @FunctionalInterface
    public interface Subtrees {
        /** The hash of a complete subtree of the tree that is read; never asked for another. */
        Hash hash(Subtree subtree);
    }

    /**
     * The complete subtrees that a new leaf makes: itself, and each subtree that it fills, smallest first.
     *
     * @param size the number of leaves before
     */
    public static Map<Subtree, Hash> append(long size, Hash leaf, Subtrees subtrees) {
        Map<Subtree, Hash> added = new LinkedHashMap<>();
        Subtree place = new Subtree(0, size);
        Hash hash = leaf;
        added.put(place, hash);
        while (place.isRight()) {
            hash = Hash.ofNode(subtrees.hash(place.leftSibling()), hash);
            place = place.parent();
            added.put(place, hash);
        }
        return added;
    }

    /** The root of the tree of the first {@code size} leaves. */
    public static Hash root(long size, Subtrees subtrees) {
        return size == 0 ? Hash.ofEmptyTree() : range(0, size, subtrees);
    }

    /**
     * The path that proves that a leaf is in the tree (RFC 6962 §2.1.1), from the leaf's sibling upwards.
     *
     * @throws IllegalArgumentException when the tree has no such leaf
     */
    public static List<Hash> inclusion(long index, long size, Subtrees subtrees) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the tree has no such leaf");
        }
        List<Hash> path = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + split(end - begin);
            if (index < middle) {
                path.addFirst(range(middle, end, subtrees));
                end = middle;
            } else {
                path.addFirst(range(begin, middle, subtrees));
                begin = middle;
            }
        }
        return List.copyOf(path);
    }

    /**
     * The path that proves that the tree of the first {@code from} leaves is a beginning of the tree of {@code size}
     * (RFC 6962 §2.1.2).
     *
     * @throws IllegalArgumentException unless {@code 0 < from <= size}
     */
    public static List<Hash> consistency(long from, long size, Subtrees subtrees) {
        if (from <= 0 || from > size) {
            throw new IllegalArgumentException("the older tree has at least one leaf and no more than the newer");
        }
        List<Hash> path = new ArrayList<>();
        long begin = 0;
        long end = size;
        boolean whole = true;
        while (begin + from < end) {
            long middle = begin + split(end - begin);
            if (begin + from <= middle) {
                path.addFirst(range(middle, end, subtrees));
                end = middle;
            } else {
                path.addFirst(range(begin, middle, subtrees));
                from -= middle - begin;
                begin = middle;
                whole = false;
            }
        }
        if (!whole) {
            path.addFirst(range(begin, end, subtrees));
        }
        return List.copyOf(path);
    }

    /** The hashes of the largest complete subtrees of the tree of the first {@code size} leaves, from the left. */
    public static List<Hash> largestSubtrees(long size, Subtrees subtrees) {
        List<Hash> hashes = new ArrayList<>();
        long begin = 0;
        while (begin < size) {
            long count = Long.highestOneBit(size - begin);
            hashes.add(range(begin, begin + count, subtrees));
            begin += count;
        }
        return List.copyOf(hashes);
    }

    /** The largest power of two smaller than a count of at least two. */
    static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    private static Hash range(long begin, long end, Subtrees subtrees) {
        long count = end - begin;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return subtrees.hash(new Subtree(level, begin >> level));
        }
        long middle = begin + split(count);
        return Hash.ofNode(range(begin, middle, subtrees), range(middle, end, subtrees));
    }
}
