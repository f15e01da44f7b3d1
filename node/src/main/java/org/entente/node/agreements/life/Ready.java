package org.entente.node.agreements.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds among the acts that wait those that the depositary may order next. */
public final class Ready {
    private Ready() {}

    /** Acts that make a transition together at this time; empty when none do. */
    public static Optional<List<SignedAct>> next(EntenteState state, List<SignedAct> pending, Instant at) {
        Fold fold = new Fold(state);
        return pending.stream()
                .flatMap(act -> together(act, pending).stream())
                .filter(acts -> fold.objection(acts, at).isEmpty())
                .findFirst();
    }

    private static Optional<List<SignedAct>> together(SignedAct first, List<SignedAct> pending) {
        return switch (first.act()) {
            case Act.Suspend ignored -> Optional.of(with(first, alike(first, pending)));
            case Act.Lift ignored -> Optional.of(with(first, alike(first, pending)));
            case Act.Accede ignored -> Optional.of(with(first, approvals(first, pending)));
            case Act.Withdraw() -> Optional.of(List.of(first));
            case Act.Approve ignored -> Optional.empty();
        };
    }

    private static Stream<SignedAct> alike(SignedAct first, List<SignedAct> pending) {
        return pending.stream().filter(act -> act != first && act.act().equals(first.act()));
    }

    private static Stream<SignedAct> approvals(SignedAct accession, List<SignedAct> pending) {
        Act approval = new Act.Approve(accession.hash());
        return pending.stream().filter(act -> act.act().equals(approval));
    }

    private static List<SignedAct> with(SignedAct first, Stream<SignedAct> others) {
        List<SignedAct> all = new ArrayList<>();
        all.add(first);
        others.limit(Transition.MAX_ACTS - 1L).forEach(all::add);
        return all;
    }
}
