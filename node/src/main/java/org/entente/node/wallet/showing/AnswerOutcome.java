package org.entente.node.wallet.showing;

import java.net.URI;
import java.util.Optional;

/** What became of a holder's yes or no. */
sealed interface AnswerOutcome {
    /** The verifier took the answer, and leads the holder on, or not. */
    record Taken(Optional<URI> next) implements AnswerOutcome {}

    /** The holder has to choose between several attestations first; nothing was sent. */
    record ChoiceMissing(String question) implements AnswerOutcome {}

    /** The holder has ticked none of their names, and one is asked for; nothing was sent. */
    record NameMissing(String question) implements AnswerOutcome {}

    /** The names are not those that the page showed, because the attestation was renewed meanwhile; nothing was sent. */
    record NamesChanged(String question) implements AnswerOutcome {}

    /** What would be shown is not what the page showed; nothing was sent. */
    record Changed(String question) implements AnswerOutcome {}

    /** What the holder ticked, and the verifier does without, cannot be shown any more; nothing was sent. */
    record ExtraGone() implements AnswerOutcome {}

    /** The verifier does without anything, and the holder has ticked nothing; nothing was sent. */
    record ExtraMissing() implements AnswerOutcome {}

    /** An answer is under way already, or nothing can be sent: the request's page says which. */
    record NotSent() implements AnswerOutcome {}

    /** Whether the verifier took the answer is not known; it may lead the holder to where it says so. */
    record Uncertain(Optional<URI> next) implements AnswerOutcome {
        Uncertain() {
            this(Optional.empty());
        }
    }

    /** The answer did not leave or was not taken; the verifier may lead the holder to where it says why. */
    record NotTaken(Fault fault, Optional<URI> next) implements AnswerOutcome {
        NotTaken(Fault fault) {
            this(fault, Optional.empty());
        }
    }
}
