package org.entente.node.agreements;

import java.net.URI;
import org.entente.node.kernel.Text;

/** The answer to a {@link Question} or {@link Asking}, the same on every node that holds the same documents. */
public sealed interface Ruling {
    /** Every step, in order. */
    ProofPath path();

    /** The answer in one sentence. */
    Text reason();

    /**
     * Permitted.
     *
     * @param entente the entente's address
     * @param title the entente's title
     * @param documentHash which text of it: SHA-256 of the canonical document, base64url
     * @param clause the number of the clause that permits
     */
    record Permitted(
            URI entente,
            Text title,
            String documentHash,
            String clause,
            Text reason,
            Obligations obligations,
            ProofPath path)
            implements Ruling {}

    /**
     * Refused.
     *
     * @param step the first that failed
     * @param mend what somebody can do about it
     */
    record Refused(RulingStep step, Text reason, Text mend, ProofPath path) implements Ruling {}
}
