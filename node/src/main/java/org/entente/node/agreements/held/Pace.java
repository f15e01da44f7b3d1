package org.entente.node.agreements.held;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Whether a node goes with the others. One that does not refuses for itself alone, and says why; nobody else stops because of
 * it.
 */
public enum Pace {
    /** What it holds is what the depositary and the others have shown. */
    IN_STEP,
    /** Somebody has shown a transition that the node does not have yet. */
    BEHIND,
    /** The depositary publishes another history than the one that it gave to this node. */
    ASTRAY,
    /** The depositary signed two histories, and another party, which is not astray, holds the other one. */
    FORKED;

    /** The name in interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The pace of a node.
     *
     * @param ours the hash of our transition of a number, empty beyond our last
     * @param depositary the depositary's key
     * @param standings where each party stands, by its key; no transition counts that the depositary did not sign
     */
    public static Pace of(IntFunction<Optional<String>> ours, String depositary, Map<String, Standing> standings) {
        Pace pace = IN_STEP;
        for (Map.Entry<String, Standing> entry : standings.entrySet()) {
            Standing standing = entry.getValue();
            Optional<String> hash = ours.apply(standing.number());
            if (hash.isPresent() && !hash.get().equals(standing.head())) {
                if (entry.getKey().equals(depositary)) {
                    return ASTRAY;
                }
                pace = standing.astray() ? pace : FORKED;
            } else if (hash.isEmpty() && pace == IN_STEP && !standing.astray()) {
                pace = BEHIND;
            }
        }
        return pace;
    }
}
