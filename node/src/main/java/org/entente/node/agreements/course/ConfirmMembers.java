package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Confirmations;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.trust.PinOutcome;
import org.entente.node.trust.Trust;
import org.entente.protocols.jose.CompactJws;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(ConfirmMembers.class);

    private final MeetParties meetParties;
    private final Confirmations confirmations;
    private final Trust trust;
    private final NodeIdentity node;

    ConfirmMembers(MeetParties meetParties, Confirmations confirmations, Trust trust, NodeIdentity node) {
        this.meetParties = meetParties;
        this.confirmations = confirmations;
        this.trust = trust;
        this.node = node;
    }

    /** Confirms the members that can be confirmed by what is known here, in the caller's transaction with the ledger open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Held held, Instant now) {
        for (Member member : held.unconfirmed()) {
            if (pin(member, now)) {
                confirmations.add(held.entente().name(), member, now);
            }
        }
    }

    /** Follows the members that changed their keys, in the caller's transaction with the ledger open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void followKeys(List<SignedAct> ordered, EntenteState state, Instant now) {
        for (SignedAct act : ordered) {
            Optional<URI> other = state.member(act.party())
                    .map(member -> member.party().entity())
                    .filter(entity -> act.act() instanceof Act.RollOver && !entity.equals(node.entityId()));
            if (other.isPresent()
                    && trust.rollOver(other.get(), CompactJws.parse(act.jws()), act.at(), now)
                            instanceof PinOutcome.Contradicts) {
                LOG.warn("an entente states other keys of {} than those pinned here", other.get());
            }
        }
    }

    /** Pins the keys of a member in the caller's transaction, if they are its own and nothing that is pinned contradicts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean pin(Member member, Instant now) {
        Party party = member.party();
        if (!meetParties.hasKeys(party, now)) {
            return false;
        }
        if (party.entity().equals(node.entityId())) {
            return true;
        }
        return switch (trust.pin(party.entity(), party.keys(), now)) {
            case PinOutcome.Pinned() -> true;
            case PinOutcome.Contradicts() -> {
                LOG.warn("an entente states other keys of {} than those pinned here", party.entity());
                yield false;
            }
        };
    }
}
