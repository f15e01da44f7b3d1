package org.entente.node.agreements.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds among the acts that wait those that the depositary may order next. */
public final class Ready {
    private final Fold fold;
    private final List<SignedAct> pending;
    private final Instant at;

    private Ready(Fold fold, List<SignedAct> pending, Instant at) {
        this.fold = fold;
        this.pending = pending;
        this.at = at;
    }

    /** Acts that make a transition together at this time; empty when none do. */
    public static Optional<List<SignedAct>> next(EntenteState state, List<SignedAct> pending, Instant at) {
        Ready ready = new Ready(new Fold(state), pending, at);
        return pending.stream()
                .flatMap(act -> ready.together(act).stream())
                .filter(acts -> ready.fold.objection(acts, at).isEmpty())
                .findFirst();
    }

    /** An act and those that support it. A party's act about itself needs nobody, and joins nobody. */
    private Optional<List<SignedAct>> together(SignedAct first) {
        return switch (first.act()) {
            case Act.Suspend ignored ->
                Optional.of(first.isOwnSuspension() ? List.of(first) : with(first, first.act()::equals));
            case Act.Lift ignored -> Optional.of(with(first, first.act()::equals));
            case Act.Accede ignored -> Optional.of(with(first, new Act.Approve(first.hash())::equals));
            case Act.Entrust(String successor, String ignored) ->
                Optional.of(with(
                        first, act -> act instanceof Act.Entrust(String other, String any) && other.equals(successor)));
            case Act.RollOver ignored -> Optional.of(List.of(first));
            case Act.Withdraw() -> Optional.of(List.of(first));
            case Act.Approve ignored -> Optional.empty();
        };
    }

    /** One supporting act of each other party; one that is not good by itself spoils nothing for the rest. */
    private List<SignedAct> with(SignedAct first, Predicate<Act> supports) {
        List<SignedAct> all = new ArrayList<>(List.of(first));
        Set<String> parties = new HashSet<>(Set.of(first.party()));
        for (SignedAct act : pending) {
            if (all.size() < Transition.MAX_ACTS
                    && supports.test(act.act())
                    && !act.isOwnSuspension()
                    && !parties.contains(act.party())
                    && fold.objection(act, pending, at).isEmpty()) {
                all.add(act);
                parties.add(act.party());
            }
        }
        return all;
    }
}
