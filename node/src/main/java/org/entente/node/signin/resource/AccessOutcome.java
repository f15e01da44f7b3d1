package org.entente.node.signin.resource;

import org.entente.node.signin.AccessToken;

/** What became of the token of a request. */
sealed interface AccessOutcome {
    /** The token holds. */
    record Accepted(AccessToken token) implements AccessOutcome {}

    /**
     * The request is refused.
     *
     * @param status of the answer (RFC 6750 §3.1)
     * @param challenge the {@code WWW-Authenticate} header
     * @param code the error code
     */
    record Refused(int status, String challenge, String code, String publicText) implements AccessOutcome {}
}
