package org.entente.node.agreements.trqp;

/** What becomes of a query. */
sealed interface TrqpVerdict {
    /**
     * It is answered.
     *
     * @param message why, in English
     */
    record Answered(boolean yes, String message) implements TrqpVerdict {}

    /** What it names is not known here: the entente, or the action. */
    record Unknown(String what) implements TrqpVerdict {}

    /** The context lacks what the action needs. */
    record Incomplete(String what) implements TrqpVerdict {}
}
