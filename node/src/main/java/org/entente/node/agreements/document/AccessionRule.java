package org.entente.node.agreements.document;

import java.util.Set;
import org.entente.node.kernel.Jurisdiction;

/**
 * How a further government joins.
 *
 * @param paragraph the paragraph that says so
 * @param kinds the kinds of government that may
 */
public record AccessionRule(String paragraph, Approval approval, Set<Jurisdiction.Kind> kinds) {
    /** Who must approve. */
    public sealed interface Approval {
        /** Every party. */
        record Unanimity() implements Approval {}

        /** At least so many parties. */
        record Quorum(int parties) implements Approval {}

        /** Nobody: the newcomer's own signature is enough. */
        record Open() implements Approval {}
    }

    public AccessionRule {
        kinds = Set.copyOf(kinds);
    }

    /** How many of so many parties must approve. */
    public int needed(int parties) {
        return switch (approval) {
            case Approval.Unanimity() -> parties;
            case Approval.Quorum(int quorum) -> Math.min(quorum, parties);
            case Approval.Open() -> 0;
        };
    }
}
