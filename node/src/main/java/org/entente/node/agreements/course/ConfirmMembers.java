package org.entente.node.agreements.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Confirmations;
import org.entente.node.agreements.held.Contradictions;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.trust.PinOutcome;
import org.entente.node.trust.Trust;
import org.entente.protocols.jose.CompactJws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out whether a member is whom the entente states, before this node believes it: by the keys that the member itself
 * publishes, and by those that are pinned for it. A depositary or a quorum that lies can thus bind others to somebody that it
 * invented in their records only; here nothing of it is recognised, and no pinned key gives way to it.
 */
@Component
public class ConfirmMembers {
    private final MeetParties meetParties;
    private final Confirmations confirmations;
    private final Contradictions contradictions;
    private final Trust trust;
    private final NodeIdentity node;

    ConfirmMembers(
            MeetParties meetParties,
            Confirmations confirmations,
            Contradictions contradictions,
            Trust trust,
            NodeIdentity node) {
        this.contradictions = contradictions;
        this.meetParties = meetParties;
        this.confirmations = confirmations;
        this.trust = trust;
        this.node = node;
    }

    /** What is known here of the keys by which a member is stated. */
    enum Known {
        /** They are its own, and pinned. */
        ITS_OWN,
        /** Other keys of it are pinned here, or it publishes others since it was stated. */
        CONTRADICTED,
        /** Nothing yet. */
        NOTHING
    }

    /** Confirms the members that can be confirmed by what is known here, in the caller's transaction with the ledger open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Held held, Instant now) {
        String name = held.entente().name();
        for (Member member : held.unconfirmed()) {
            switch (pin(member, statedAt(held, member), now)) {
                case ITS_OWN -> {
                    confirmations.add(name, member, now);
                    contradictions.settle(name, member.party(), now);
                }
                case CONTRADICTED -> contradictions.note(name, member.party(), now);
                case NOTHING -> {}
            }
        }
    }

    /** Follows the members that changed their keys, in the caller's transaction with the ledger open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void followKeys(List<SignedAct> ordered, EntenteState state, Instant now) {
        for (SignedAct act : ordered) {
            Optional<Party> other = state.member(act.party())
                    .map(Member::party)
                    .filter(party -> act.act() instanceof Act.RollOver && !isOurs(party));
            if (other.isPresent()
                    && trust.rollOver(other.get().entity(), CompactJws.parse(act.jws()), act.at(), now)
                            instanceof PinOutcome.Contradicts
                    && isContradicted(other.get(), act.at(), now)) {
                contradictions.note(state.entente().name(), other.get(), now);
            }
        }
    }

    /**
     * Pins the keys of a member in the caller's transaction, if they are its own and nothing that is pinned contradicts.
     *
     * @param stated when the entente stated them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Known pin(Member member, Instant stated, Instant now) {
        Party party = member.party();
        if (!meetParties.hasKeys(party, now)) {
            return isContradicted(party, stated, now) ? Known.CONTRADICTED : Known.NOTHING;
        }
        if (isOurs(party)) {
            return Known.ITS_OWN;
        }
        return switch (trust.pin(party.entity(), party.keys(), now)) {
            case PinOutcome.Pinned() -> Known.ITS_OWN;
            case PinOutcome.Contradicts() -> Known.CONTRADICTED;
        };
    }

    /** When the entente stated a member by the keys that it has now. */
    static Instant statedAt(Held held, Member member) {
        Instant at = member.since();
        for (Recorded recorded : held.transitions().reversed()) {
            Optional<Party> then = recorded.after().member(member.party().key()).map(Member::party);
            if (then.filter(party -> party.keys().equals(member.party().keys())).isEmpty()) {
                return at;
            }
            at = recorded.transition().at();
        }
        return at;
    }

    private boolean isContradicted(Party party, Instant stated, Instant now) {
        return !isOurs(party)
                && trust.contradicting(party.entity(), party.keys(), stated, now)
                        .isPresent();
    }

    private boolean isOurs(Party party) {
        return party.entity().equals(node.entityId());
    }
}
