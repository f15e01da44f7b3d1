package org.entente.node.wallet.attestations;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What was once shown of an attestation.
 *
 * @param request the request that it answered
 * @param attestation may be deleted since
 * @param claims which claims, never what they said
 */
public record Showing(
        UUID request,
        UUID attestation,
        URI issuer,
        String type,
        Labels labels,
        Verifier verifier,
        Reason reason,
        List<ClaimPath> claims,
        Instant at,
        Result result) {
    /** What is known of the verifier's reaction. */
    public enum Result {
        /** It left this wallet; whether it arrived is not known. */
        SENT("wallet.result.sent"),
        /** The verifier took it. */
        ACCEPTED("wallet.result.accepted"),
        /** The verifier did not take it, and may have seen it all the same. */
        REJECTED("wallet.result.rejected");

        private final String messageKey;

        Result(String messageKey) {
            this.messageKey = messageKey;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    public Showing {
        claims = List.copyOf(claims);
    }
}
