package org.entente.node.verification;

import java.util.List;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What a service wants to be shown.
 *
 * @param organisation on whose behalf
 * @param purpose the identifier under which ententes know the purpose
 * @param purposeText the purpose as the holder reads it
 * @param credentialType the {@code vct}
 */
public record PresentationRequest(
        Organisation organisation, String purpose, Text purposeText, String credentialType, List<ClaimPath> claims) {
    /** The most claims that one request asks. */
    public static final int MAX_CLAIMS = 64;

    public PresentationRequest {
        claims = List.copyOf(claims);
        if (claims.isEmpty() || claims.size() > MAX_CLAIMS) {
            throw new IllegalArgumentException("a presentation asks 1 to " + MAX_CLAIMS + " claims");
        }
    }
}
