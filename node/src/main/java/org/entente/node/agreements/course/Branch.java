package org.entente.node.agreements.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Transition.Content;
import org.entente.node.agreements.life.Verdict;

/**
 * A history that parts from ours and goes before it, up to where a majority entrusted another with ordering.
 *
 * @param base the last state that both share
 * @param transitions what comes in place of what we took after it; the last is the majority's
 */
record Branch(EntenteState base, List<Transition> transitions) {
    Branch {
        transitions = List.copyOf(transitions);
    }

    /**
     * Finds it in what somebody shows. Only as long as the majority's acts have not lapsed, so that whoever was entrusted
     * cannot rewrite what is long past.
     *
     * @param shown transitions without a gap, in order
     */
    static Optional<Branch> of(
            Held held, List<Transition> shown, Function<String, Optional<Entente>> texts, Instant now) {
        List<Transition> other =
                shown.stream().filter(transition -> !isHeld(held, transition)).toList();
        int length = lengthToDecision(other);
        if (length == 0 || !partsFrom(held, other.getFirst())) {
            return Optional.empty();
        }
        List<Transition> branch = other.subList(0, length);
        return goesBefore(held, branch.getFirst().number(), branch.getLast(), now)
                ? held.chainAfter(branch.getFirst().number() - 1)
                        .filter(base -> holds(base, branch, texts, now))
                        .map(base -> new Branch(base, branch))
                : Optional.empty();
    }

    private static boolean isHeld(Held held, Transition transition) {
        return held.hashAt(transition.number())
                .filter(transition.hash()::equals)
                .isPresent();
    }

    private static int lengthToDecision(List<Transition> other) {
        for (int length = other.size(); length > 0; length--) {
            if (other.get(length - 1).successor().isPresent()) {
                return length;
            }
        }
        return 0;
    }

    private static boolean partsFrom(Held held, Transition first) {
        return first.number() > 1
                && first.number() <= held.chain().number()
                && held.hashAt(first.number() - 1)
                        .filter(first.previous()::equals)
                        .isPresent();
    }

    private static boolean goesBefore(Held held, int from, Transition decided, Instant now) {
        boolean current = decided.content() instanceof Content.Acts(List<SignedAct> acts)
                && acts.stream().allMatch(act -> act.lapsesAt().isAfter(now));
        return current
                && held.transitions().stream()
                        .map(Recorded::transition)
                        .filter(ours -> ours.number() >= from)
                        .allMatch(ours -> ours.yieldsTo(decided));
    }

    private static boolean holds(
            EntenteState base, List<Transition> branch, Function<String, Optional<Entente>> texts, Instant now) {
        EntenteState state = base;
        for (Transition transition : branch) {
            if (!(state.apply(transition, texts, now) instanceof Verdict.Applied(EntenteState next))) {
                return false;
            }
            state = next;
        }
        return true;
    }
}
