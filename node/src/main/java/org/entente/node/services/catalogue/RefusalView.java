package org.entente.node.services.catalogue;

import org.entente.node.verification.Failure;
import org.entente.node.verification.Verification;

/** Why a service could not accept an attestation, and what to do. */
public record RefusalView(Procedure service, Failure failure, String proof) {
    /** The page of the proof path, without the language. */
    public String proofPage() {
        return Verification.proofPage(proof);
    }
}
