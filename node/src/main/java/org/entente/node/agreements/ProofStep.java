package org.entente.node.agreements;

import java.util.Optional;
import org.entente.node.kernel.Text;

/**
 * One step of a proof.
 *
 * @param id names the step in interfaces: lower-case letters and hyphens
 * @param checked the question that the step answers
 */
public record ProofStep(String id, Text checked, ProofOutcome outcome) {
    public ProofStep {
        if (!id.matches("[a-z][a-z-]{0,63}")) {
            throw new IllegalArgumentException("a step's id is lower-case letters and hyphens");
        }
    }

    /** A step that holds. */
    public static ProofStep passed(String id, Text checked, Text found) {
        return new ProofStep(id, checked, new ProofOutcome.Passed(found));
    }

    /** A step that does not hold. */
    public static ProofStep failed(String id, Text checked, Text found, Text mend) {
        return new ProofStep(id, checked, new ProofOutcome.Failed(found, mend));
    }

    /** A step at which nobody looked. */
    public static ProofStep notReached(String id, Text checked) {
        return new ProofStep(id, checked, new ProofOutcome.NotReached());
    }

    /** What was found; empty when nobody looked. */
    public Optional<Text> found() {
        return switch (outcome) {
            case ProofOutcome.Passed passed -> Optional.of(passed.found());
            case ProofOutcome.Failed failed -> Optional.of(failed.found());
            case ProofOutcome.NotReached _ -> Optional.empty();
        };
    }

    /** Whether the step does not hold. */
    public boolean isFailed() {
        return outcome instanceof ProofOutcome.Failed;
    }
}
