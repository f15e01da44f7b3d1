package org.entente.node.agreements.held;

import java.time.Instant;
import java.util.Locale;

/** Where an entente stands, for people. */
public enum Phase {
    /** It is on the table here. */
    PROPOSED,
    /** Our own authority has approved it. */
    APPROVED,
    /** We signed; another signature, or the date from which it binds, is awaited. */
    SIGNED,
    /** In force among others; we have asked to join. */
    ACCEDING,
    /** In force, and we take part. */
    IN_FORCE,
    /** In force, but our own part, or that of all others, is suspended. */
    SUSPENDED,
    /** Its term is over, or we have left it. */
    ENDED;

    /** The name in interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Phase of(Held held, String us, Instant now) {
        if (!held.chain().hasEntered() || held.part() == Part.ACCEDING) {
            return switch (held.part()) {
                case PROPOSED -> PROPOSED;
                case APPROVED -> APPROVED;
                case SIGNED -> SIGNED;
                case ACCEDING -> ACCEDING;
            };
        }
        if (now.isBefore(held.entente().term().from())) {
            return SIGNED;
        }
        boolean bound = held.chain().boundAt(now).stream()
                .anyMatch(member -> member.party().key().equals(us));
        if (!bound || !held.entente().term().contains(now)) {
            return ENDED;
        }
        boolean othersTakePart = held.chain().boundAt(now).stream()
                .map(member -> member.party().key())
                .anyMatch(party -> !party.equals(us) && !held.isWhollySuspended(party));
        return held.isWhollySuspended(us) || !othersTakePart ? SUSPENDED : IN_FORCE;
    }
}
