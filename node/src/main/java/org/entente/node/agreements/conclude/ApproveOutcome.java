package org.entente.node.agreements.conclude;

/** What became of a step of our own approval. */
public sealed interface ApproveOutcome {
    /** It is taken, now or before. */
    record Done() implements ApproveOutcome {}

    /** Nothing of that name is talked about, or our path has no such step. */
    record NotFound() implements ApproveOutcome {}

    /** Somebody has ended the talks, or they have ended by themselves. */
    record Closed() implements ApproveOutcome {}

    /** Another text is on the table by now. */
    record OtherText() implements ApproveOutcome {}

    /** Not all parties agree to the text. */
    record NotAgreed() implements ApproveOutcome {}

    /** The step before has not been taken. */
    record TooEarly() implements ApproveOutcome {}

    /** It is for an officer who has taken none of the steps before. */
    record SameOfficer() implements ApproveOutcome {}
}
