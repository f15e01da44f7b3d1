package org.entente.node.agreements.held;

import java.time.Instant;
import org.entente.node.agreements.life.Transition;

/** Where a party stands: the number and hash of the last transition that it showed, signed by the depositary. */
public record Standing(int number, String head, Instant saidAt) {
    /** A party that showed this transition as its last. */
    public static Standing at(Transition last, Instant saidAt) {
        return new Standing(last.number(), last.hash(), saidAt);
    }
}
