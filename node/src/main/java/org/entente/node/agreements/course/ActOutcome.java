package org.entente.node.agreements.course;

import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;

/** What became of an act of ours. */
public sealed interface ActOutcome {
    /** It is signed and on its way to all parties; the depositary orders it. */
    record Done(SignedAct act) implements ActOutcome {}

    /** The entente does not allow it. */
    record Refused(Rejection reason) implements ActOutcome {}

    /** No such entente is held here. */
    record NotFound() implements ActOutcome {}
}
