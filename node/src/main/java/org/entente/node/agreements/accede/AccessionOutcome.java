package org.entente.node.agreements.accede;

import java.net.URI;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.Rejection;

/** What became of our request to accede. */
public sealed interface AccessionOutcome {
    /** It is signed and on its way to all parties. */
    record Requested(Entente entente) implements AccessionOutcome {}

    /** Nothing is published at that address. */
    record Unavailable() implements AccessionOutcome {}

    /** What is published there is no entente in force of that address, or its record does not hold. */
    record NotGenuine() implements AccessionOutcome {}

    /** A party's node could not be introduced, or states itself otherwise than the entente. */
    record PartyDiffers(URI entity) implements AccessionOutcome {}

    /** The entente does not allow it. */
    record Refused(Rejection reason) implements AccessionOutcome {}

    /** Another text is in force than the one that was read. */
    record OtherText() implements AccessionOutcome {}

    /** Another entente of that name is held here, or this one already. */
    record NameTaken() implements AccessionOutcome {}

    /** The node holds as many as it can. */
    record Full() implements AccessionOutcome {}
}
