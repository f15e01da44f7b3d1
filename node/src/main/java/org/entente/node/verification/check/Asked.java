package org.entente.node.verification.check;

import java.net.URI;
import java.util.Set;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.oid4vp.RequestObject;

/**
 * What an answer is held against.
 *
 * @param verifier who asked, {@code <node>/o/<organisation>}
 * @param purpose the identifier under which ententes know the purpose
 */
public record Asked(URI verifier, String purpose, RequestObject request) {
    CredentialQuery query() {
        return request.query().credentials().getFirst();
    }

    String credentialType() {
        return query().types().getFirst();
    }

    Set<ClaimPath> claims() {
        return query().paths();
    }
}
