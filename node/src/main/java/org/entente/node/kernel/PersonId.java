package org.entente.node.kernel;

import java.util.UUID;

/** A person on this node; random, means nothing elsewhere. */
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
