package org.entente.node.agreements.held;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;

/**
 * The states that were reached before, so that a long chain is not verified anew with each change. A head stands for all
 * before it, since each transition names the hash of its predecessor.
 */
final class Heads {
    private final Map<String, Head> byName = new ConcurrentHashMap<>();

    private record Head(String jws, EntenteState state) {}

    /** The state after this transition, if it was reached here. */
    Optional<EntenteState> after(String name, Transition transition) {
        return Optional.ofNullable(byName.get(name))
                .filter(head -> head.jws().equals(transition.jws()))
                .map(Head::state);
    }

    /** How many transitions the state that was reached comes after. */
    int number(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(head -> head.state().number())
                .orElse(0);
    }

    void reached(String name, Transition transition, EntenteState state) {
        byName.merge(
                name,
                new Head(transition.jws(), state),
                (before, after) -> after.state().number() >= before.state().number() ? after : before);
    }
}
