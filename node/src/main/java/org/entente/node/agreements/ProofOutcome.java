package org.entente.node.agreements;

import org.entente.node.kernel.Text;

/** How one step of a proof ended. */
public sealed interface ProofOutcome {
    /** It holds. */
    record Passed(Text found) implements ProofOutcome {}

    /** It does not hold: what was found, and what somebody can do about it. */
    record Failed(Text found, Text mend) implements ProofOutcome {}

    /** An earlier step failed, so nobody looked. */
    record NotReached() implements ProofOutcome {}

    /** The outcome's name in interfaces. */
    default String code() {
        return switch (this) {
            case Passed _ -> "passed";
            case Failed _ -> "failed";
            case NotReached _ -> "not-reached";
        };
    }
}
