package org.entente.node.signin.token;

import java.time.Duration;
import org.entente.protocols.oauth.TokenResponse;

/** What a token request comes to. */
sealed interface TokenOutcome {
    /** A token was issued and stored. */
    record Issued(TokenResponse response) implements TokenOutcome {}

    /** Nothing was issued. */
    record Refused(String code, String publicText) implements TokenOutcome {}

    /** Nothing was issued, and the same request may pass then. */
    record Later(Duration retryAfter) implements TokenOutcome {}
}
