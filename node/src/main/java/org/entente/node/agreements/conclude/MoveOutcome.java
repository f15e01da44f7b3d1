package org.entente.node.agreements.conclude;

/** What became of a move of ours. */
public sealed interface MoveOutcome {
    /** It is made, now or before, and on its way to the other parties. */
    record Done(String name) implements MoveOutcome {}

    /** Nothing of that name is talked about. */
    record NotFound() implements MoveOutcome {}

    /** Somebody has ended the talks, or they have ended by themselves. */
    record Closed() implements MoveOutcome {}

    /** Another text is on the table by now. */
    record OtherText() implements MoveOutcome {}

    /** We have signed the text on the table: our word is given. */
    record Signed() implements MoveOutcome {}

    /** The other parties would not take it: the reason is in the words of interfaces. */
    record Refused(String code, String reason) implements MoveOutcome {}

    /** A party's node could not be introduced. */
    record PartyAbsent() implements MoveOutcome {}
}
