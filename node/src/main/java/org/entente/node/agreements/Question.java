package org.entente.node.agreements;

import java.net.URI;
import java.util.Set;
import org.entente.protocols.dcql.ClaimPath;

/**
 * May this verifier, for this purpose, accept this type of credential from this issuer with these claims?
 *
 * @param verifier the entity identifier of a node, or {@code <node>/o/<organisation>}
 * @param purpose the identifier under which ententes know the service's purpose
 * @param credentialType the {@code vct} or {@code doctype}
 * @param issuer the credential's issuer, {@code <node>/o/<organisation>}
 * @param claims what is asked or was disclosed
 */
public record Question(URI verifier, String purpose, String credentialType, URI issuer, Set<ClaimPath> claims) {
    public Question {
        claims = Set.copyOf(claims);
    }

    /** The same question before anybody knows which issuer's credential the holder will choose. */
    public Asking asking() {
        return new Asking(verifier, purpose, credentialType, claims);
    }
}
