package org.entente.node.verification;

import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.ProofStep;
import org.entente.node.kernel.Text;

/**
 * The first step at which something was refused.
 *
 * @param step its name in interfaces
 * @param position counted from 1
 * @param steps how many there are
 * @param found what was found
 * @param mend what somebody can do about it
 */
public record Failure(String step, int position, int steps, Text found, Text mend) {
    /** The failure of a path that has one. */
    public static Failure of(ProofPath path) {
        ProofStep step = path.firstFailed().orElseThrow();
        return switch (step.outcome()) {
            case ProofOutcome.Failed failed ->
                new Failure(step.id(), path.position(step), path.steps().size(), failed.found(), failed.mend());
            case ProofOutcome.Passed _, ProofOutcome.NotReached _ ->
                throw new IllegalStateException("the failed step of a path failed");
        };
    }
}
