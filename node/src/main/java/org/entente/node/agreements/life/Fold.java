package org.entente.node.agreements.life;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Jwks;
import tools.jackson.databind.JsonNode;

/** Takes one state to the next, or says why not. */
record Fold(EntenteState state) {
    Verdict apply(Transition transition, Function<String, Optional<Entente>> texts, Instant now) {
        Optional<Rejection> objection = misplaced(transition, now);
        if (objection.isPresent()) {
            return new Verdict.Rejected(objection.get());
        }
        return switch (transition.content()) {
            case Transition.Content.EntryIntoForce(var signatures) ->
                texts.apply(transition.document())
                        .map(text -> enter(transition, text, signatures))
                        .orElseGet(() -> new Verdict.Rejected(Rejection.DOCUMENT_MISSING));
            case Transition.Content.Acts(List<SignedAct> acts) -> take(transition, acts);
        };
    }

    private Optional<Rejection> misplaced(Transition transition, Instant now) {
        boolean entry = transition.content() instanceof Transition.Content.EntryIntoForce;
        boolean sameDocument = transition.document().equals(state.entente().hash());
        if (!transition.entente().equals(state.entente().id()) || !(sameDocument || entry && state.hasEntered())) {
            return Optional.of(Rejection.OTHER_DOCUMENT);
        }
        if (!transition.isBy(whoOrders(transition))) {
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
        boolean allowed = entry ? !(state.hasEntered() && sameDocument) : state.hasEntered();
        return allowed ? Optional.empty() : Optional.of(Rejection.WRONG_CONTENT);
    }

    /** The depositary, but for what takes its place, which comes from the party that does so. */
    private Party whoOrders(Transition transition) {
        return transition.successor().flatMap(state::member).map(Member::party).orElseGet(state::depositary);
    }

    private Verdict enter(Transition transition, Entente text, Iterable<JsonNode> elements) {
        Optional<Rejection> objection =
                state.hasEntered() ? new Succession(state).objection(text, transition.at()) : Optional.empty();
        if (objection.isPresent()) {
            return new Verdict.Rejected(objection.get());
        }
        Signatures signatures = Signatures.none(text, state.pinned(text));
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
        return new Verdict.Applied(new Succession(state).after(text, transition));
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
        boolean distinct = acts.stream().map(SignedAct::name).distinct().count() == acts.size();
        return distinct ? new Entitlement(state).objection(acts, at) : Optional.of(Rejection.SPENT);
    }

    private EntenteState effect(Transition transition, SignedAct first, List<SignedAct> acts) {
        Map<String, Member> members = new LinkedHashMap<>(state.members());
        Map<String, Suspension> suspensions = new TreeMap<>(state.suspensions());
        Instant at = transition.at();
        switch (first.act()) {
            case Act.Suspend(Target target, Act.Cause cause) -> {
                Set<String> by = acts.stream().map(SignedAct::party).collect(Collectors.toSet());
                Instant since = first.isOwnSuspension() ? new Heard(first, at).countsFrom() : at;
                suspensions.put(first.name(), new Suspension(first.name(), by, target, cause, since, true));
            }
            case Act.Lift(String suspension) -> suspensions.remove(suspension);
            // A depositary that left and comes again states itself as every newcomer does, and goes on ordering.
            case Act.Accede(Party newcomer) ->
                members.compute(newcomer.key(), (key, before) -> {
                    Member member = Member.since(newcomer, first.hash(), at)
                            .entrusted(key.equals(state.depositary().key()));
                    return before == null ? member : member.returning(before);
                });
            case Act.Withdraw() ->
                members.computeIfPresent(
                        first.party(),
                        (key, member) -> member.leaving(
                                at.plus(state.entente().exit().notice()),
                                state.entente().exit().sunset()));
            case Act.Entrust(String successor, String ignored) ->
                members.replaceAll((key, member) -> member.entrusted(key.equals(successor)));
            case Act.RollOver(Jwks keys) ->
                members.computeIfPresent(first.party(), (key, member) -> member.withKeys(keys));
            case Act.Approve(String ignored) -> throw new IllegalStateException("an approval is never first");
        }
        return after(
                transition,
                members,
                suspensions,
                acts.stream().map(SignedAct::name).collect(Collectors.toSet()));
    }

    private EntenteState after(
            Transition transition,
            Map<String, Member> members,
            Map<String, Suspension> suspensions,
            Set<String> spent) {
        return new EntenteState(
                state.entente(),
                transition.number(),
                transition.hash(),
                transition.at(),
                members,
                suspensions,
                GrowingSet.of(state.acts()).with(spent),
                state.earlier(),
                state.ordering().after(transition));
    }

    /**
     * Whether an act is about the document in force. A newcomer joins one text only. That a party stops its own part, that a
     * suspension ends, and who orders, is about no text: none is lost because a new version came into force meanwhile, or because
     * one in which it was said came into force in a history that was given up.
     */
    private boolean isAboutThis(SignedAct act) {
        return act.document().equals(state.entente().hash())
                || switch (act.act()) {
                    case Act.Accede ignored -> false;
                    case Act.Approve ignored -> false;
                    case Act.Suspend ignored when act.isOwnSuspension() -> true;
                    case Act.Lift ignored -> true;
                    case Act.Entrust ignored -> true;
                    default -> state.earlier().contains(act.document());
                };
    }

    /** What is wrong with one act by itself, whatever accompanies it. */
    Optional<Rejection> objection(SignedAct act, List<SignedAct> among, Instant now) {
        if (!act.entente().equals(state.entente().id()) || !isAboutThis(act)) {
            return Optional.of(Rejection.OTHER_DOCUMENT);
        }
        if (!state.hasEntered()) {
            return Optional.of(Rejection.WRONG_CONTENT);
        }
        if (state.acts().contains(act.name())) {
            return Optional.of(Rejection.SPENT);
        }
        if (!act.lapsesAt().isAfter(now) && !endsItsOwn(act)) {
            return Optional.of(Rejection.LAPSED);
        }
        if (act.at().isAfter(now.plus(EntenteState.CLOCK_SKEW))) {
            return Optional.of(Rejection.WRONG_TIME);
        }
        return new Entitlement(state).objection(act, among, now);
    }

    /** Whether a party lifts what it stopped of its own part: as that never lapses, nor does the word that ends it. */
    private boolean endsItsOwn(SignedAct act) {
        return act.act() instanceof Act.Lift(String id)
                && Optional.ofNullable(state.suspensions().get(id))
                        .filter(suspension -> suspension.isOwn()
                                && suspension.target().party().equals(act.party()))
                        .isPresent();
    }
}
