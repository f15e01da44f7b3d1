package org.entente.node.agreements.life;

import java.time.Instant;

/**
 * An act and since when it is known to exist.
 *
 * @param at when this node heard of it, for one that awaits the depositary; when the depositary ordered it, for another
 */
public record Heard(SignedAct act, Instant at) {
    /**
     * From when a party's act about its own part counts where a moment that is over is judged: from the time that the party
     * wrote, as far as that can be so. It was not on its way for longer than a message lives, and it was not signed after
     * somebody had heard of it.
     */
    public Instant countsFrom() {
        Instant earliest = at.minus(SignedAct.ON_ITS_WAY);
        if (act.at().isBefore(earliest)) {
            return earliest;
        }
        return act.at().isBefore(at) ? act.at() : at;
    }
}
