package org.entente.node.agreements.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far one entente has followed a change of our keys. */
public enum Following {
    /** It pins what it is to pin, and others have shown that they hold the same. */
    SETTLED,
    /** It pins what it is to pin here, and nobody else has shown that yet. */
    UNCONFIRMED,
    /** Its depositary has not ordered the change. */
    WAITS,
    /** This node is out of step with the others, so that nothing here is certain. */
    OUT_OF_STEP,
    /** It has had time enough: the others go on without it, and in it alone the key before signs until it follows. */
    WITHOUT;

    /** How long an entente that does not follow holds the others up: as long as a message is tried. */
    static final Duration PATIENCE = Duration.ofDays(7);

    /**
     * How far it is.
     *
     * @param confirmedAt until when others have shown that the entente stands as it is held here
     */
    static Following of(OurPin pin, Aim aim, Instant confirmedAt, Instant now) {
        boolean follows = pin.follows(aim, now);
        if (follows && pin.isSettled(confirmedAt)) {
            return SETTLED;
        }
        if (!now.isBefore(pin.toldSince(aim).plus(PATIENCE))) {
            return WITHOUT;
        }
        if (!pin.held().inStep()) {
            return OUT_OF_STEP;
        }
        return follows ? UNCONFIRMED : WAITS;
    }

    /** Whether the roll-over waits for it. */
    boolean holdsUp() {
        return this != SETTLED && this != WITHOUT;
    }

    /** The end of its key in the catalogue. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
