package org.entente.node.agreements.held;

import java.time.Instant;
import org.entente.node.agreements.life.Transition;

/**
 * Where a party stands: the number and hash of the last transition that it showed, signed by the depositary.
 *
 * @param astray whether the party itself says that what it holds is not what the depositary publishes
 */
public record Standing(int number, String head, Instant saidAt, boolean astray) {
    /** A party that showed this transition as its last. */
    public static Standing at(Transition last, Instant saidAt) {
        return new Standing(last.number(), last.hash(), saidAt, false);
    }
}
