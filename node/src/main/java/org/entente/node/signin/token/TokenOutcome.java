package org.entente.node.signin.token;

import org.entente.protocols.oauth.TokenResponse;

/** What a token request comes to. */
sealed interface TokenOutcome {
    /** A token was issued and stored. */
    record Issued(TokenResponse response) implements TokenOutcome {}

    /** Nothing was issued. */
    record Refused(String code, String publicText) implements TokenOutcome {}
}
