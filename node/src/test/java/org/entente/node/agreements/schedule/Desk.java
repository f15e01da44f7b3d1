package org.entente.node.agreements.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.held.Standing;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.agreements.negotiation.Negotiation;
import tools.jackson.databind.node.ObjectNode;

/**
 * One government with the rules of the room and nothing else: no database, no clock, a network that is a queue. So many lives are
 * tried in a second; {@link ReceiversTests} lets a few go through all that a node is.
 */
final class Desk {
    final BiConsumer<Desk, Sent> toAll;
    final List<String> refused = new ArrayList<>();
    final Map<String, Entente> texts = new LinkedHashMap<>();
    final Map<String, Map<String, ObjectNode>> signatures = new HashMap<>();
    final List<Transition> transitions = new ArrayList<>();
    final List<SignedAct> pending = new ArrayList<>();
    final Map<String, Standing> standings = new TreeMap<>();
    /** As it signs: with the keys that the entente pins for it. */
    TestGovernment us;

    Optional<EntenteState> state = Optional.empty();
    Negotiation talks = Negotiation.none(1, "");
    Instant now;
    private final Orders orders = new Orders(this);
    private Optional<TestGovernment> next = Optional.empty();
    private int ids;

    Desk(TestGovernment us, Instant now, BiConsumer<Desk, Sent> toAll) {
        this.us = us;
        this.now = now;
        this.toAll = toAll;
    }

    // what its officers do

    void propose(Entente text) {
        String predecessor = talks.onTable().map(Entente::hash).orElse(talks.base());
        Move move =
                Move.sign(us, text, us.key(), now, new Move.Step.Propose(text.hash(), talks.round() + 1, predecessor));
        take(move, Optional.of(text));
        toAll.accept(this, new Sent.OfMove(move, Optional.of(text)));
    }

    void agree() {
        Entente text = talks.onTable().orElseThrow();
        if (!talks.agreed().contains(us.key())) {
            Move move = Move.sign(us, text, us.key(), now, new Move.Step.Agree(text.hash(), talks.round()));
            take(move, Optional.empty());
            toAll.accept(this, new Sent.OfMove(move, Optional.empty()));
        }
    }

    boolean sign() {
        Entente text = talks.onTable().orElseThrow();
        if (talks.agreed().size() < text.parties().size()) {
            return false;
        }
        ObjectNode signature = Signatures.sign(text, us);
        takeSignature(text.hash(), signature);
        toAll.accept(this, new Sent.OfSignature(text.hash(), signature));
        return true;
    }

    void act(ActJson.Written written) {
        EntenteState chain = state.orElseThrow();
        SignedAct act = TestEntentes.sign(us, us.key() + "-act-" + ids++, chain, us.key(), now, written);
        take(act);
        toAll.accept(this, new Sent.OfActs(List.of(act)));
    }

    /** Says again what nobody has ordered. */
    void repeat() {
        toAll.accept(this, new Sent.OfActs(List.copyOf(pending)));
    }

    /** Announces other keys, with which it signs once the entente pins them. */
    void rollOver() {
        if (next.isEmpty()) {
            TestGovernment changed = TestGovernment.at(us.entity(), us.key(), us.key());
            next = Optional.of(changed);
            act(ActJson.rollOver(changed.facts().keys()));
        }
    }

    // what comes in

    void receive(Desk from, Sent sent) {
        switch (sent) {
            case Sent.OfMove(Move move, Optional<Entente> text) -> take(move, text);
            case Sent.OfTable(Set<String> moves, Set<String> signatories) -> answer(from, moves, signatories);
            case Sent.OfSignature(String document, ObjectNode signature) -> takeSignature(document, signature);
            case Sent.OfActs(List<SignedAct> acts) -> acts.forEach(this::take);
            case Sent.OfTransition(Transition transition) -> take(transition);
            case Sent.OfStanding(Transition last) -> hear(from, last, false);
        }
    }

    private void take(Move move, Optional<Entente> text) {
        if (talks.has(move)) {
            return;
        }
        var parties = Negotiation.byKey(state.map(chain -> chain.stayingAt(now))
                .or(() -> talks.opening().map(Entente::parties))
                .or(() -> text.map(Entente::parties))
                .orElse(List.of()));
        var objection =
                talks.objection(move, parties, now).or(() -> text.flatMap(one -> talks.objection(one, move, parties)));
        if (objection.isPresent()) {
            refused.add(objection.get().code());
            return;
        }
        text.ifPresent(one -> texts.put(one.hash(), one));
        talks = talks.with(move, text);
        order();
    }

    private void takeSignature(String document, ObjectNode signature) {
        Optional.ofNullable(texts.get(document))
                .flatMap(text -> Signatures.signatory(text, signature))
                .ifPresentOrElse(
                        party -> signatures
                                .computeIfAbsent(document, any -> new TreeMap<>())
                                .putIfAbsent(party, signature),
                        () -> refused.add("wrong_signature"));
        order();
    }

    private void take(SignedAct act) {
        Optional<EntenteState> chain = state;
        if (chain.isEmpty() || pending.stream().anyMatch(other -> other.id().equals(act.id()))) {
            return;
        }
        chain.get()
                .objection(act, pending, now)
                .ifPresentOrElse(objection -> refused.add(objection.code()), () -> pending.add(act));
        order();
    }

    private void take(Transition transition) {
        if (hashAt(transition.number()).filter(transition.hash()::equals).isPresent()) {
            return;
        }
        Optional<EntenteState> before = state.or(
                () -> Optional.ofNullable(texts.get(transition.document())).map(EntenteState::of));
        if (before.isEmpty()) {
            refused.add("document_missing");
            return;
        }
        switch (before.get().apply(transition, hash -> Optional.ofNullable(texts.get(hash)), now)) {
            case Verdict.Rejected(var reason) -> refused.add(reason.code());
            case Verdict.Applied(EntenteState after) -> {
                state = Optional.of(after);
                transitions.add(transition);
                next.filter(changed -> after.member(us.key())
                                .filter(member -> member.party()
                                        .keys()
                                        .equals(changed.facts().keys()))
                                .isPresent())
                        .ifPresent(changed -> {
                            us = changed;
                            next = Optional.empty();
                        });
                pending.removeIf(act -> after.objection(act, pending, now)
                        .filter(reason -> reason.isForGood())
                        .isPresent());
                if (transition.content() instanceof Transition.Content.EntryIntoForce) {
                    talks = Negotiation.none(
                            after.entente().version() + 1, after.entente().hash());
                }
                toAll.accept(this, new Sent.OfStanding(transition));
            }
        }
    }

    /** Only what the depositary signed counts, whoever brings it. */
    void hear(Desk from, Transition last, boolean astray) {
        if (state.isEmpty() || !last.isBy(state.get().depositary())) {
            return;
        }
        standings.put(from.us.key(), new Standing(last.number(), last.hash(), now, astray));
        if (last.number() == state.get().number() + 1) {
            take(last);
        }
    }

    private void answer(Desk from, Set<String> moves, Set<String> signatories) {
        talks.beyond(moves)
                .forEach(move -> from.receive(
                        this,
                        new Sent.OfMove(
                                move,
                                Optional.ofNullable(
                                        talks.texts().get(move.step().document())))));
        talks.onTable()
                .map(Entente::hash)
                .map(signatures::get)
                .ifPresent(all -> all.forEach((party, signature) -> {
                    if (!signatories.contains(party)) {
                        from.receive(
                                this,
                                new Sent.OfSignature(
                                        talks.onTable().orElseThrow().hash(), signature));
                    }
                }));
    }

    // what is repaired when others can be reached

    void showTable(Desk to) {
        Set<String> known = new HashSet<>();
        talks.moves().forEach(move -> known.add(move.hash()));
        Set<String> signatories = talks.onTable()
                .map(Entente::hash)
                .map(signatures::get)
                .map(Map::keySet)
                .orElse(Set.of());
        to.receive(this, new Sent.OfTable(known, Set.copyOf(signatories)));
    }

    /** Reads what another publishes. */
    void readRecord(Desk of) {
        if (of.transitions.isEmpty()) {
            return;
        }
        of.state.ifPresent(theirs -> of.texts.forEach(texts::putIfAbsent));
        of.transitions.stream()
                .filter(transition ->
                        transition.number() > state.map(EntenteState::number).orElse(0))
                .forEach(this::take);
        hear(of, of.transitions.getLast(), of.pace() == Pace.ASTRAY);
    }

    // what it orders, if it is the depositary

    private void order() {
        Optional<Transition> ready = orders.ready();
        while (ready.isPresent()) {
            int before = transitions.size();
            take(ready.get());
            if (transitions.size() == before) {
                return;
            }
            toAll.accept(this, new Sent.OfTransition(ready.get()));
            ready = orders.ready();
        }
    }

    // what it is asked at the end

    Optional<String> hashAt(int number) {
        return number >= 1 && number <= transitions.size()
                ? Optional.of(transitions.get(number - 1).hash())
                : Optional.empty();
    }

    Pace pace() {
        return Pace.of(this::hashAt, orders.depositary(), standings);
    }

    String standing() {
        return state.map(chain -> chain.number() + " " + chain.head()).orElse("0") + " "
                + talks.onTable().map(Entente::hash).orElse("-") + " " + talks.agreed();
    }
}
