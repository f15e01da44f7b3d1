package org.entente.node.verification.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.ProofStep;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;

/** A proof path as it grows, step by step in the order of {@link CheckStep}, until a step fails. */
final class Trail {
    private final List<ProofStep> steps = new ArrayList<>();
    private int next;
    private boolean ruled;
    private boolean failed;

    /** The next step holds. */
    void pass(CheckStep step) {
        require(step);
        steps.add(step.passed());
        next++;
    }

    /** The next step does not hold. */
    ProofPath fail(CheckStep step) {
        require(step);
        steps.add(step.failed());
        next++;
        failed = true;
        return path();
    }

    /** The next step holds or not, as the condition does. */
    boolean holds(CheckStep step, boolean condition) {
        if (condition) {
            pass(step);
        } else {
            fail(step);
        }
        return condition;
    }

    /** The ruling's steps come here. */
    boolean holds(Ruling ruling) {
        ruled = true;
        steps.addAll(ruling.path().steps());
        failed = ruling instanceof Ruling.Refused;
        return !failed;
    }

    /** What has been found, and all steps that were not reached. */
    ProofPath path() {
        Stream<ProofStep> rest = Arrays.stream(CheckStep.values())
                .skip(next)
                .flatMap(step -> step == CheckStep.STATUS_LIST && !ruled
                        ? Stream.concat(rulingNotReached(), Stream.of(step.notReached()))
                        : Stream.of(step.notReached()));
        return new ProofPath(Stream.concat(steps.stream(), rest).toList());
    }

    private static Stream<ProofStep> rulingNotReached() {
        return Arrays.stream(RulingStep.values()).map(step -> ProofStep.notReached(step.id(), step.checked()));
    }

    private void require(CheckStep step) {
        if (failed || step.ordinal() != next) {
            throw new IllegalStateException("steps are taken in order, up to the first that fails");
        }
    }
}
