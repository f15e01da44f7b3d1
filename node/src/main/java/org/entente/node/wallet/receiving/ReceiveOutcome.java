package org.entente.node.wallet.receiving;

/** What became of a holder's yes. */
sealed interface ReceiveOutcome {
    /** All that was offered is kept. */
    record Received() implements ReceiveOutcome {}

    /** An attempt is under way already, or the offer is at its end: nothing was done. */
    record NotOpen() implements ReceiveOutcome {}

    /** It stopped at a step; nothing is kept. */
    record Interrupted(Step step, Problem problem) implements ReceiveOutcome {}
}
