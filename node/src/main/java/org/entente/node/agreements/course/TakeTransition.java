package org.entente.node.agreements.course;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Acts;
import org.entente.node.agreements.held.CommonGround;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Moves;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.held.Transitions;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Transition.Content;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a transition if it holds, in the caller's transaction with the ledger open. */
@Component
public class TakeTransition {
    private final Ententes ententes;
    private final Transitions transitions;
    private final Acts acts;
    private final CommonGround commonGround;
    private final Moves moves;
    private final Waiting waiting;
    private final ConfirmMembers confirmMembers;
    private final Postings postings;
    private final PublishRecord publishRecord;
    private final NodeIdentity node;

    TakeTransition(
            Ententes ententes,
            Transitions transitions,
            Acts acts,
            CommonGround commonGround,
            Moves moves,
            Waiting waiting,
            ConfirmMembers confirmMembers,
            Postings postings,
            PublishRecord publishRecord,
            NodeIdentity node) {
        this.ententes = ententes;
        this.transitions = transitions;
        this.acts = acts;
        this.commonGround = commonGround;
        this.moves = moves;
        this.waiting = waiting;
        this.confirmMembers = confirmMembers;
        this.postings = postings;
        this.publishRecord = publishRecord;
        this.node = node;
    }

    /**
     * Verifies the transition against what we hold and keeps it; one that does not hold changes nothing. A party then says
     * where it stands; the depositary only after the transition itself, since whoever heard the one without the other would
     * take itself for out of step.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Verdict take(Held held, Transition transition, Instant now) {
        return take(held, transition, held::text, now);
    }

    /**
     * The same with texts that are not kept here yet; that of an entry into force then is.
     *
     * @param texts by hash
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Verdict take(Held held, Transition transition, Function<String, Optional<Entente>> texts, Instant now) {
        Optional<Branch> branch = Branch.of(held, List.of(transition), texts, now);
        if (branch.isPresent()) {
            return follow(branch.get(), texts, now);
        }
        Verdict verdict = before(held, texts.apply(transition.document()))
                .<Verdict>map(state -> state.apply(transition, texts, now))
                .orElseGet(() -> new Verdict.Rejected(Rejection.OTHER_DOCUMENT));
        if (verdict instanceof Verdict.Applied(EntenteState state)) {
            keep(held, transition, state, now);
        }
        return verdict;
    }

    /**
     * Follows a history that parts from ours, where a majority has entrusted another with ordering in it; what we took since is
     * given up. Nothing changes where no such thing is shown.
     *
     * @param shown transitions without a gap, in order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Held held, List<Transition> shown, Function<String, Optional<Entente>> texts, Instant now) {
        Branch.of(held, shown, texts, now).ifPresent(branch -> follow(branch, texts, now));
    }

    private Verdict follow(Branch branch, Function<String, Optional<Entente>> texts, Instant now) {
        setBack(branch.base(), now);
        EntenteState state = branch.base();
        for (Transition transition : branch.transitions()) {
            Verdict verdict = state.apply(transition, texts, now);
            if (!(verdict instanceof Verdict.Applied(EntenteState next))) {
                throw new IllegalStateException("a history that held does not hold any more");
            }
            state = next;
            keep(ententes.find(state.entente().name()).orElseThrow(), transition, state, now);
        }
        return new Verdict.Applied(state);
    }

    /**
     * The state that a transition would change: before the entry into force, of the document that it brings. That is the one
     * that we signed, or, if we accede, the one whose parties we have met: nobody binds us to another, nor pins its keys here.
     */
    private Optional<EntenteState> before(Held held, Optional<Entente> brought) {
        return held.chain().hasEntered()
                ? Optional.of(held.chain())
                : brought.filter(text -> held.part() == Part.ACCEDING || isSignedByUs(text))
                        .map(EntenteState::of);
    }

    /** Gives up what was taken after a state; the acts in it wait again, and the journal keeps its leaves. */
    private void setBack(EntenteState base, Instant now) {
        String name = base.entente().name();
        transitions.giveUpAfter(name, base.number(), now);
        acts.waitAgain(name, base.number());
        commonGround.setBack(name, base.number());
        ententes.enter(name, base.entente());
    }

    private boolean isSignedByUs(Entente text) {
        return text.parties().stream()
                .filter(party -> party.entity().equals(node.entityId()))
                .anyMatch(us -> ententes.isSigned(text, us.key()));
    }

    private void keep(Held held, Transition transition, EntenteState state, Instant now) {
        String name = state.entente().name();
        transitions.add(name, transition, now);
        switch (transition.content()) {
            case Content.EntryIntoForce(var signatures) -> {
                ententes.addText(name, state.entente());
                keepSignatures(state, signatures, now);
                moves.forget(name, state.entente().version());
                ententes.keepTexts(name, texts(state));
                ententes.enter(name, state.entente());
            }
            case Content.Acts(List<SignedAct> ordered) -> {
                acts.markOrdered(name, transition, now);
                if (transition.successor().isPresent()) {
                    forgetWhatContradicts(name);
                }
                confirmMembers.followKeys(ordered, state, now);
            }
        }
        waiting.sweep(name, now);
        Held after = ententes.find(name).orElseThrow();
        confirmMembers.confirm(after, now);
        publishRecord.publish(after, now);
        if (state.owner(node.entityId()).filter(us -> us.isBoundAt(now)).isPresent()) {
            if (held.part() == Part.ACCEDING) {
                ententes.advance(name, Part.SIGNED);
            }
            if (!after.isDepositary(node.entityId())) {
                postings.standing(state, transition, now);
            }
        }
    }

    /** What parties showed of another history came from one that orders no more. */
    private void forgetWhatContradicts(String name) {
        Held held = ententes.find(name).orElseThrow();
        held.standings().forEach((party, standing) -> {
            if (!held.agreesWith(standing)) {
                ententes.forgetStanding(name, party);
            }
        });
    }

    private static Set<String> texts(EntenteState state) {
        Set<String> texts = new HashSet<>(state.earlier());
        texts.add(state.entente().hash());
        return texts;
    }

    private void keepSignatures(EntenteState state, Iterable<JsonNode> signatures, Instant now) {
        for (JsonNode signature : signatures) {
            Signatures.signatory(state.entente(), state.pinned(state.entente()), signature)
                    .ifPresent(party -> ententes.addSignature(state.entente(), party, (ObjectNode) signature, now));
        }
    }
}
