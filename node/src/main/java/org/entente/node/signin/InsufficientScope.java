package org.entente.node.signin;

import org.entente.protocols.oauth.TokenScheme;

/** A valid token does not allow what it was presented for (RFC 6750 §3.1). */
public final class InsufficientScope extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TokenScheme scheme;
    private final String scope;

    InsufficientScope(TokenScheme scheme, String scope) {
        super("the scope " + scope + " is missing");
        this.scheme = scheme;
        this.scope = scope;
    }

    /** How the token was presented. */
    public TokenScheme scheme() {
        return scheme;
    }

    /** The scope that it lacks. */
    public String scope() {
        return scope;
    }
}
