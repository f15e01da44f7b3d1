package org.entente.protocols.tlog;

import java.util.List;
import java.util.stream.Stream;

/** Verifies what {@link MerkleTree} proves, knowing hashes only (RFC 9162 §2.1.3.2 and §2.1.4.2). */
public final class MerkleProof {
    /** The longest path that is read: enough for any tree whose size is a Java long. */
    public static final int MAX_LENGTH = 64;

    private MerkleProof() {}

    /** Whether the path proves that the leaf stands at this index of the tree with this size and root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size || path.size() > MAX_LENGTH) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.ofNode(sibling, hash);
                while ((place & 1) == 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the path proves that the older tree is a beginning of the newer one. */
    public static boolean isBeginning(long olderSize, Hash older, long newerSize, Hash newer, List<Hash> path) {
        if (olderSize <= 0 || olderSize > newerSize || path.size() > MAX_LENGTH) {
            return false;
        }
        if (olderSize == newerSize) {
            return path.isEmpty() && older.equals(newer);
        }
        List<Hash> rest = Long.bitCount(olderSize) == 1 ? prepend(older, path) : path;
        return !rest.isEmpty() && climb(olderSize - 1, newerSize - 1, rest, older, newer);
    }

    /** Rebuilds both roots at once, from the last subtree that both trees have. */
    private static boolean climb(long lastOfOlder, long lastOfNewer, List<Hash> path, Hash older, Hash newer) {
        int shared = Long.numberOfTrailingZeros(~lastOfOlder);
        long place = lastOfOlder >> shared;
        long last = lastOfNewer >> shared;
        Hash left = path.getFirst();
        Hash whole = path.getFirst();
        for (Hash sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                left = Hash.ofNode(sibling, left);
                whole = Hash.ofNode(sibling, whole);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                whole = Hash.ofNode(whole, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && left.equals(older) && whole.equals(newer);
    }

    private static List<Hash> prepend(Hash first, List<Hash> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
