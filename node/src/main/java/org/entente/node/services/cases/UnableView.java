package org.entente.node.services.cases;

import org.entente.node.services.catalogue.Procedure;
import org.entente.node.verification.Verification;
import org.entente.node.verification.WalletError;

/**
 * What a person sees whose wallet could not answer.
 *
 * @param proof the page of the proof path, without the language
 */
public record UnableView(Procedure service, WalletError error, String proof) {
    static UnableView of(Procedure service, CaseOutcome.Unable unable) {
        return new UnableView(service, unable.error(), Verification.proofPage(unable.proof()));
    }
}
