package org.entente.node.agreements;

import java.net.URI;
import java.util.Set;
import org.entente.protocols.dcql.ClaimPath;

/**
 * May this verifier, for this purpose, ask for these claims of this type of credential, whichever recognised issuer's the
 * holder then shows? Asked before a request reaches a wallet.
 *
 * @param verifier as in {@link Question}
 */
public record Asking(URI verifier, String purpose, String credentialType, Set<ClaimPath> claims) {
    public Asking {
        claims = Set.copyOf(claims);
    }

    /** The same of one issuer's credential. */
    public Question of(URI issuer) {
        return new Question(verifier, purpose, credentialType, issuer, claims);
    }
}
