package org.entente.node.signin.authorization;

import org.entente.protocols.oauth.CodeVerifier;

/**
 * A code as a wallet brings it to the token endpoint, with all that it must fit (RFC 6749 §4.1.3, RFC 7636 §4.6, RFC 9449
 * §10).
 *
 * @param thumbprint of the key that the wallet proves
 */
public record AuthorizationCode(
        String code, String clientId, String redirectUri, CodeVerifier verifier, String thumbprint) {
    /** Never the code. */
    @Override
    public String toString() {
        return "AuthorizationCode[" + clientId + "]";
    }
}
