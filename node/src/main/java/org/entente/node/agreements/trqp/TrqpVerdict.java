package org.entente.node.agreements.trqp;

import org.entente.node.kernel.Text;

/** What becomes of a query. */
sealed interface TrqpVerdict {
    /**
     * It is answered.
     *
     * @param message why
     */
    record Answered(boolean yes, Text message) implements TrqpVerdict {}

    /** What it names is not known here: the entente, or the action. */
    record Unknown(String what) implements TrqpVerdict {}

    /** The context lacks what the action needs. */
    record Incomplete(String what) implements TrqpVerdict {}
}
