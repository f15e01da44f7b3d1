package org.entente.node.agreements.life;

import java.time.Instant;
import java.util.Set;

/**
 * Something that is stopped until somebody lifts it.
 *
 * @param id the name of the act that began it
 * @param by the keys of the parties that wanted it
 * @param since when it was ordered; of a party's own part, from when it counts, see {@link Heard#countsFrom}
 * @param ordered whether the depositary has ordered it; before, it holds on the nodes that have heard of it
 */
public record Suspension(String id, Set<String> by, Target target, Act.Cause cause, Instant since, boolean ordered) {
    public Suspension {
        by = Set.copyOf(by);
    }

    /** Whether the party stopped its own part. */
    public boolean isOwn() {
        return by.equals(Set.of(target.party()));
    }
}
