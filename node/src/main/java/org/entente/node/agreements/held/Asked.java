package org.entente.node.agreements.held;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * What parties ask for that none does alone: that another party's part be stopped, or that this end.
 *
 * @param act the name of the first one's act, by which others join it
 * @param what exactly they want; who joins wants the same
 * @param by the keys of those that want it, the first one's first
 * @param needed how many it takes
 */
public record Asked(String act, Act what, List<String> by, Instant since, int needed) {
    /** What waits for more parties, the oldest first. */
    public static List<Asked> all(Held held) {
        Map<String, Suspension> suspensions = held.state().suspensions();
        Map<Act, List<SignedAct>> same = held.pending().stream()
                .filter(act -> takesSeveral(suspensions, act))
                .collect(Collectors.groupingBy(SignedAct::act, LinkedHashMap::new, Collectors.toList()));
        return same.values().stream().map(acts -> of(held, acts)).toList();
    }

    private static boolean takesSeveral(Map<String, Suspension> suspensions, SignedAct act) {
        return switch (act.act()) {
            case Act.Suspend ignored -> !act.isOwnSuspension();
            case Act.Lift(String id) -> isOfSeveral(suspensions.get(id));
            default -> false;
        };
    }

    private static boolean isOfSeveral(@Nullable Suspension suspension) {
        return suspension != null && !suspension.isOwn();
    }

    private static Asked of(Held held, Collection<SignedAct> acts) {
        List<SignedAct> inOrder =
                acts.stream().sorted(Comparator.comparing(SignedAct::at)).toList();
        SignedAct first = inOrder.getFirst();
        return new Asked(
                first.name(),
                first.act(),
                inOrder.stream().map(SignedAct::party).distinct().toList(),
                first.at(),
                held.chain().entente().suspensionQuorum());
    }

    /** Whose part it is about. */
    public String party(Held held) {
        return suspension(held).target().party();
    }

    /** What would be suspended, or is and would end. */
    public Suspension suspension(Held held) {
        return switch (what) {
            case Act.Suspend(var target, var cause) -> new Suspension(act, Set.copyOf(by), target, cause, since, false);
            case Act.Lift(String id) ->
                Objects.requireNonNull(held.state().suspensions().get(id));
            default -> throw new IllegalStateException("nothing that parties ask for together");
        };
    }
}
