package org.entente.protocols.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tree in memory, with what RFC 6962 §2.1 says of it computed the slow way. */
final class TestTree implements MerkleTree.Subtrees {
    private final Map<Subtree, Hash> subtrees = new HashMap<>();
    private final List<Hash> leaves = new ArrayList<>();

    static TestTree ofHex(List<String> contents) {
        TestTree tree = new TestTree();
        contents.forEach(content -> tree.append(Hash.ofLeaf(HexFormat.of().parseHex(content))));
        return tree;
    }

    static TestTree ofNumbers(int size) {
        TestTree tree = new TestTree();
        for (int i = 0; i < size; i++) {
            tree.append(Hash.ofLeaf(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return tree;
    }

    void append(Hash leaf) {
        subtrees.putAll(MerkleTree.append(leaves.size(), leaf, this));
        leaves.add(leaf);
    }

    Hash leaf(int index) {
        return leaves.get(index);
    }

    Hash root(int size) {
        return MerkleTree.root(size, this);
    }

    Hash rootByDefinition(int size) {
        return size == 0 ? Hash.ofEmptyTree() : byDefinition(leaves.subList(0, size));
    }

    private static Hash byDefinition(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return Hash.ofNode(byDefinition(leaves.subList(0, half)), byDefinition(leaves.subList(half, leaves.size())));
    }

    @Override
    public Hash hash(Subtree subtree) {
        return Objects.requireNonNull(subtrees.get(subtree), "an incomplete subtree was asked for");
    }
}
