package org.entente.node.signin.token;

/** What a revocation comes to. */
sealed interface RevokeOutcome {
    /** The token, if it was this client's, holds no longer. */
    record Done() implements RevokeOutcome {}

    /** The client is not who it says. */
    record Refused(String code, String publicText) implements RevokeOutcome {}
}
