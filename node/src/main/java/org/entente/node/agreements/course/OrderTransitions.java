package org.entente.node.agreements.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Ready;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Transition.Content;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Signer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * On the depositary: makes transitions of what is ready and sends them to all parties. On any other node it does nothing.
 * In the caller's transaction with the ledger open, so that two processes never order two things under one number.
 */
@Component
public class OrderTransitions {
    private final Ententes ententes;
    private final TakeTransition takeTransition;
    private final MeetParties meetParties;
    private final Postings postings;
    private final Keys keys;
    private final NodeIdentity node;

    OrderTransitions(
            Ententes ententes,
            TakeTransition takeTransition,
            MeetParties meetParties,
            Postings postings,
            Keys keys,
            NodeIdentity node) {
        this.ententes = ententes;
        this.takeTransition = takeTransition;
        this.meetParties = meetParties;
        this.postings = postings;
        this.keys = keys;
        this.node = node;
    }

    /** Orders until nothing is ready. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void orderWhatIsReady(String name, Instant now) {
        boolean ordered = true;
        while (ordered) {
            Held held = ententes.find(name).orElseThrow();
            ordered = orderNext(held, now);
        }
    }

    private boolean orderNext(Held held, Instant now) {
        // A process whose clock is behind another's of this node must not order before what that one ordered.
        Instant at = now.isBefore(held.chain().at()) ? held.chain().at() : now;
        Optional<Transition> next = next(held, at);
        next.ifPresent(transition -> order(held, transition, now));
        return next.isPresent();
    }

    /** What this node may order: as the depositary whatever is ready, as another party that it takes the depositary's place. */
    private Optional<Transition> next(Held held, Instant at) {
        return held.isDepositary(node.entityId()) ? entry(held, at).or(() -> acts(held, at)) : takeOver(held, at);
    }

    private Optional<Transition> takeOver(Held held, Instant at) {
        Optional<Party> us = held.party(node.entityId());
        List<SignedAct> entrusting = held.pending().stream()
                .filter(act -> act.act() instanceof Act.Entrust(String successor, String ignored)
                        && us.filter(party -> party.key().equals(successor)).isPresent())
                .toList();
        return held.chain().hasEntered()
                ? Ready.next(held.chain(), entrusting, at)
                        .map(acts -> Transition.order(
                                keys.federation(us.orElseThrow().keys()), held.chain(), new Content.Acts(acts), at))
                : Optional.empty();
    }

    /** The entry into force of the text on the table, once all have signed it and, for a later version, its day has come. */
    private Optional<Transition> entry(Held held, Instant at) {
        return held.talks()
                .filter(talks -> talks.signatures().areComplete())
                .map(talks -> Transition.enter(
                        ours(held),
                        held.chain(),
                        talks.text(),
                        talks.signatures().elements(),
                        at))
                .filter(transition -> held.chain().apply(transition, held::text, at) instanceof Verdict.Applied);
    }

    private Optional<Transition> acts(Held held, Instant at) {
        return held.chain().hasEntered()
                ? readyActs(held, at)
                        .map(acts -> Transition.order(ours(held), held.chain(), new Content.Acts(acts), at))
                : Optional.empty();
    }

    /** A key of ours by which the parties believe their depositary. */
    private Signer ours(Held held) {
        return keys.federation(held.chain().depositary().keys());
    }

    /** Whether something waits that may be ordered now: what was not ready before has become so by the time alone. */
    public boolean isAnythingReady(Held held, Instant at) {
        return held.isDepositary(node.entityId())
                ? entry(held, at).isPresent()
                        || held.chain().hasEntered() && readyActs(held, at).isPresent()
                : takeOver(held, at).isPresent();
    }

    /**
     * The acts that may be ordered next. However many approve it, and although an open entente needs no approval, a newcomer
     * joins only once its own node has been met and states itself as its instrument does.
     */
    public Optional<List<SignedAct>> readyActs(Held held, Instant at) {
        List<SignedAct> pending = held.pending().stream()
                .filter(act -> !(act.act() instanceof Act.Entrust))
                .filter(act ->
                        !(act.act() instanceof Act.Accede(Party newcomer)) || meetParties.isAsStated(newcomer, at))
                .toList();
        return Ready.next(held.chain(), pending, at);
    }

    private void order(Held held, Transition transition, Instant now) {
        switch (takeTransition.take(held, transition, now)) {
            case Verdict.Rejected(var reason) ->
                throw new IllegalStateException("our own transition does not hold: " + reason.code());
            case Verdict.Applied(EntenteState state) -> {
                List<Party> newcomers = state.members().values().stream()
                        .map(Member::party)
                        .filter(party -> held.chain().hasEntered()
                                && held.chain().member(party.key()).isEmpty())
                        .toList();
                for (Recorded earlier : held.transitions()) {
                    postings.transition(newcomers, earlier.transition(), now);
                }
                postings.transition(state.concernedAt(now), transition, now);
                postings.standing(state, transition, now);
            }
        }
    }
}
