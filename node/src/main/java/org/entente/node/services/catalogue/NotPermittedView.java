package org.entente.node.services.catalogue;

import org.entente.node.agreements.ProofPath;
import org.entente.node.verification.Failure;

/** Why a service may not ask for an attestation now: every step of the ruling, up to the one that fails. */
public record NotPermittedView(Procedure service, ProofPath path) {
    /** The step that fails. */
    public Failure failure() {
        return Failure.of(path);
    }
}
