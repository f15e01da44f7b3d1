package org.entente.node.agreements.life;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.JsonNode;

/** Takes one state to the next, or says why not. */
record Fold(EntenteState state) {
    Verdict apply(Transition transition, Instant now) {
        Optional<Rejection> objection = misplaced(transition, now);
        if (objection.isPresent()) {
            return new Verdict.Rejected(objection.get());
        }
        return switch (transition.content()) {
            case Transition.Content.EntryIntoForce(var signatures) -> enter(transition, signatures);
            case Transition.Content.Acts(List<SignedAct> acts) -> take(transition, acts);
        };
    }

    private Optional<Rejection> misplaced(Transition transition, Instant now) {
        if (!transition.entente().equals(state.entente().id())
                || !transition.document().equals(state.entente().hash())) {
            return Optional.of(Rejection.OTHER_DOCUMENT);
        }
        if (!transition.isBy(state.entente().depositary())) {
            return Optional.of(Rejection.NOT_BY_DEPOSITARY);
        }
        if (transition.number() <= state.number()) {
            return Optional.of(Rejection.CONTRADICTS_HISTORY);
        }
        if (transition.number() > state.number() + 1) {
            return Optional.of(Rejection.OUT_OF_ORDER);
        }
        if (!transition.previous().equals(state.head())) {
            return Optional.of(Rejection.WRONG_PREDECESSOR);
        }
        if (transition.at().isBefore(state.at()) || transition.at().isAfter(now.plus(EntenteState.CLOCK_SKEW))) {
            return Optional.of(Rejection.WRONG_TIME);
        }
        boolean entry = transition.content() instanceof Transition.Content.EntryIntoForce;
        return entry == state.hasEntered() ? Optional.of(Rejection.WRONG_CONTENT) : Optional.empty();
    }

    private Verdict enter(Transition transition, Iterable<JsonNode> elements) {
        Signatures signatures = Signatures.none(state.entente());
        for (JsonNode element : elements) {
            Optional<Signatures> more = verified(signatures, element);
            if (more.isEmpty()) {
                return new Verdict.Rejected(Rejection.SIGNATURE_MISSING);
            }
            signatures = more.get();
        }
        if (!signatures.areComplete()) {
            return new Verdict.Rejected(Rejection.SIGNATURE_MISSING);
        }
        Map<String, Member> members = new LinkedHashMap<>();
        for (Party party : state.entente().parties()) {
            members.put(party.key(), Member.since(party, state.entente().hash(), transition.at()));
        }
        return new Verdict.Applied(after(transition, members, state.suspensions(), Set.of()));
    }

    private static Optional<Signatures> verified(Signatures signatures, JsonNode element) {
        try {
            return signatures.with(element);
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    private Verdict take(Transition transition, List<SignedAct> acts) {
        return objection(acts, transition.at())
                .<Verdict>map(Verdict.Rejected::new)
                .orElseGet(() -> new Verdict.Applied(effect(transition, acts.getFirst(), acts)));
    }

    /** Why these acts do not make a transition together. */
    Optional<Rejection> objection(List<SignedAct> acts, Instant at) {
        for (SignedAct act : acts) {
            Optional<Rejection> objection = objection(act, acts, at);
            if (objection.isPresent()) {
                return objection;
            }
        }
        boolean distinct = acts.stream().map(SignedAct::id).distinct().count() == acts.size();
        return distinct ? new Entitlement(state).objection(acts, at) : Optional.of(Rejection.SPENT);
    }

    private EntenteState effect(Transition transition, SignedAct first, List<SignedAct> acts) {
        Map<String, Member> members = new LinkedHashMap<>(state.members());
        Map<String, Suspension> suspensions = new TreeMap<>(state.suspensions());
        Instant at = transition.at();
        switch (first.act()) {
            case Act.Suspend(Target target, Act.Cause cause) -> {
                Set<String> by = acts.stream().map(SignedAct::party).collect(Collectors.toSet());
                suspensions.put(first.id(), new Suspension(first.id(), by, target, cause, at, true));
            }
            case Act.Lift(String suspension) -> suspensions.remove(suspension);
            case Act.Accede(Party newcomer) -> members.put(newcomer.key(), Member.since(newcomer, first.hash(), at));
            case Act.Withdraw() ->
                members.computeIfPresent(
                        first.party(),
                        (key, member) -> member.leaving(
                                at.plus(state.entente().exit().notice()),
                                state.entente().exit().sunset()));
            case Act.Approve(String ignored) -> throw new IllegalStateException("an approval is never first");
        }
        return after(
                transition,
                members,
                suspensions,
                acts.stream().map(SignedAct::id).collect(Collectors.toSet()));
    }

    private EntenteState after(
            Transition transition,
            Map<String, Member> members,
            Map<String, Suspension> suspensions,
            Set<String> spent) {
        Set<String> acts = new HashSet<>(state.acts());
        acts.addAll(spent);
        return new EntenteState(
                state.entente(), transition.number(), transition.hash(), transition.at(), members, suspensions, acts);
    }

    /** What is wrong with one act by itself, whatever accompanies it. */
    Optional<Rejection> objection(SignedAct act, List<SignedAct> among, Instant now) {
        if (!act.entente().equals(state.entente().id())
                || !act.document().equals(state.entente().hash())) {
            return Optional.of(Rejection.OTHER_DOCUMENT);
        }
        if (!state.hasEntered()) {
            return Optional.of(Rejection.WRONG_CONTENT);
        }
        if (state.acts().contains(act.id())) {
            return Optional.of(Rejection.SPENT);
        }
        if (!act.lapsesAt().isAfter(now)) {
            return Optional.of(Rejection.LAPSED);
        }
        if (act.at().isAfter(now.plus(EntenteState.CLOCK_SKEW))) {
            return Optional.of(Rejection.WRONG_TIME);
        }
        return new Entitlement(state).objection(act, among, now);
    }
}
