package org.entente.protocols.tlog;

/**
 * A complete subtree: its leaves are those from {@code index · 2^level} on, {@code 2^level} of them. Once complete, its
 * hash never changes, so that a log may keep it.
 *
 * @param level its height: 0 for a single leaf
 * @param index its place among the subtrees of its level, from 0
 */
public record Subtree(int level, long index) {
    public Subtree {
        if (level < 0 || level > 62 || index < 0) {
            throw new IllegalArgumentException("no such subtree");
        }
    }

    Subtree parent() {
        return new Subtree(level + 1, index >> 1);
    }

    Subtree leftSibling() {
        return new Subtree(level, index - 1);
    }

    boolean isRight() {
        return (index & 1) == 1;
    }
}
