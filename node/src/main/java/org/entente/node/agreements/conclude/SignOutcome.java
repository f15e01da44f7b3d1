package org.entente.node.agreements.conclude;

import java.net.URI;
import java.util.List;
import org.entente.node.kernel.Text;

/** What became of our approval or signature. */
public sealed interface SignOutcome {
    /** It is given, now or before. */
    record Done() implements SignOutcome {}

    /** No such entente waits for it. */
    record NotFound() implements SignOutcome {}

    /** Somebody has ended the talks, or they have ended by themselves. */
    record Closed() implements SignOutcome {}

    /** Another text is on the table by now than the one that was read. */
    record OtherText() implements SignOutcome {}

    /** Not all parties agree to the text. */
    record NotAgreed() implements SignOutcome {}

    /** Our own authority has not approved the entente. */
    record NotApproved() implements SignOutcome {}

    /** The clauses do not decide these worked examples as the text says, by the titles. */
    record GoldenCasesBroken(List<Text> titles) implements SignOutcome {}

    /** The person or system that would sign took the last step of the approval: another one signs. */
    record SameOfficer() implements SignOutcome {}

    /** The node of another party cannot be reached, and was never introduced. */
    record PartyAbsent(URI entity) implements SignOutcome {}

    /** The document states another party otherwise than the party states itself. */
    record PartyDiffers(URI entity) implements SignOutcome {}
}
