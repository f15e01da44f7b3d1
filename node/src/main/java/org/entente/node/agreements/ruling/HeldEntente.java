package org.entente.node.agreements.ruling;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;

/**
 * An entente as this node holds it.
 *
 * @param state with the suspensions that hold here
 * @param inStep whether it is as the depositary ordered it, as far as this node has heard
 * @param unconfirmed the keys of the members of which this node does not know that they are whom the entente states
 * @param confirmedAt until when this node has heard that the entente stands as it is held here, the last transition's own
 *     time included: what was ordered since, it may not know
 */
public record HeldEntente(EntenteState state, boolean inStep, Set<String> unconfirmed, Instant confirmedAt) {
    public HeldEntente {
        confirmedAt = confirmedAt.isBefore(state.at()) ? state.at() : confirmedAt;
        unconfirmed = Set.copyOf(unconfirmed);
    }

    /** An entente as its state alone says, whoever holds it: for worked examples and for what would be. */
    public static HeldEntente known(EntenteState state) {
        return new HeldEntente(state, true, Set.of(), Instant.MAX);
    }

    /** The same, with what was heard since. */
    public HeldEntente confirmedAt(Instant heard) {
        return new HeldEntente(state, inStep, unconfirmed, heard);
    }

    /** Whether what is held was confirmed late enough to rule at a moment. */
    public boolean isConfirmedFor(Instant moment, Duration freshness) {
        return !confirmedAt.isBefore(moment.minus(freshness));
    }

    /** Whether this node knows that a member is whom the entente states. */
    public boolean confirms(Member member) {
        return !unconfirmed.contains(member.party().key());
    }
}
