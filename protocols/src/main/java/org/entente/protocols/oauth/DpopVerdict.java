package org.entente.protocols.oauth;

import java.time.Instant;

/** What became of a proof (RFC 9449 §4.3). */
public sealed interface DpopVerdict {
    /**
     * The sender holds the key.
     *
     * @param thumbprint of the key (RFC 7638)
     * @param jti must not have been used before with this key
     */
    record Valid(String thumbprint, String jti, Instant issuedAt) implements DpopVerdict {}

    /**
     * The first check that failed.
     *
     * @param reason for the sender to read
     */
    record Invalid(String reason) implements DpopVerdict {}
}
