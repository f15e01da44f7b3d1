package org.entente.node.agreements.ruling;

import java.util.Set;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;

/**
 * An entente as this node holds it.
 *
 * @param state with the suspensions that hold here
 * @param inStep whether it is as the depositary ordered it, as far as this node has heard
 * @param unconfirmed the keys of the members of which this node does not know that they are whom the entente states
 */
public record HeldEntente(EntenteState state, boolean inStep, Set<String> unconfirmed) {
    public HeldEntente {
        unconfirmed = Set.copyOf(unconfirmed);
    }

    /** Whether this node knows that a member is whom the entente states. */
    public boolean confirms(Member member) {
        return !unconfirmed.contains(member.party().key());
    }
}
