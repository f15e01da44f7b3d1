package org.entente.node.agreements.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.ProofStep;
import org.entente.node.agreements.RulingStep;
import org.entente.node.kernel.Text;

/** A ruling under way: the steps taken so far, and whether one of them failed. */
final class Walk {
    private final List<ProofStep> steps = new ArrayList<>();

    /**
     * Takes a step.
     *
     * @return whether it holds, so that the next may be taken
     */
    boolean step(RulingStep step, boolean holds, Text found, Text otherwise, Text mend) {
        return step(step, holds, found, () -> otherwise, mend);
    }

    /** The same, where what is otherwise found is put into words only when it is. */
    boolean step(RulingStep step, boolean holds, Text found, Supplier<Text> otherwise, Text mend) {
        steps.add(
                holds
                        ? ProofStep.passed(step.id(), step.checked(), found)
                        : ProofStep.failed(step.id(), step.checked(), otherwise.get(), mend));
        return holds;
    }

    /** How many steps were taken. */
    int length() {
        return steps.size();
    }

    /** All steps of a ruling, those after a failure as not reached. */
    ProofPath path() {
        List<ProofStep> all = new ArrayList<>(steps);
        for (RulingStep step : RulingStep.values()) {
            if (step.ordinal() >= steps.size()) {
                all.add(ProofStep.notReached(step.id(), step.checked()));
            }
        }
        return new ProofPath(all);
    }
}
