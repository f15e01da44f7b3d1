package org.entente.node.verification;

import java.util.List;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.Segment;

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
        if (!claims.stream().allMatch(PresentationRequest::canBeAsked)) {
            throw new IllegalArgumentException("a claim is asked for by names and for all elements");
        }
    }

    /**
     * Whether an answer to it can be checked. A position in an array cannot: the elements that a holder leaves out, and decoys
     * among them, look alike (RFC 9901 §4.2.5).
     */
    public static boolean canBeAsked(ClaimPath claim) {
        return !claim.first().isEmpty() && claim.segments().stream().noneMatch(Segment.Position.class::isInstance);
    }
}
