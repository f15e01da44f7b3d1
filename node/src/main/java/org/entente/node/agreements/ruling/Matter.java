package org.entente.node.agreements.ruling;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Question;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What a ruling is about.
 *
 * @param issuers the one issuer, or none as long as the holder has not chosen
 */
record Matter(URI verifier, String purpose, String credentialType, List<URI> issuers, Set<ClaimPath> claims) {
    static Matter of(Question question) {
        return new Matter(
                question.verifier(),
                question.purpose(),
                question.credentialType(),
                List.of(question.issuer()),
                question.claims());
    }

    static Matter of(Asking asking) {
        return new Matter(asking.verifier(), asking.purpose(), asking.credentialType(), List.of(), asking.claims());
    }
}
