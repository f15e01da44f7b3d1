package org.entente.node.services.cases;

import org.entente.node.verification.Failure;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.WalletError;

/** What became of a presentation at a service. */
sealed interface CaseOutcome {
    record Opened(Case opened) implements CaseOutcome {}

    /** Refused; no case, nothing kept. */
    record Refused(Failure failure, String proof) implements CaseOutcome {}

    /** The person or the wallet did not present. */
    record Declined() implements CaseOutcome {}

    /** The wallet could not answer. */
    record Unable(WalletError error, String proof) implements CaseOutcome {}

    /** No answer has come yet. */
    record Waiting(PresentationId id) implements CaseOutcome {}

    /** Unknown, of another browser, or expired. */
    record Gone() implements CaseOutcome {}
}
