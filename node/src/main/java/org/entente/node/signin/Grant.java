package org.entente.node.signin;

import java.time.Instant;
import java.util.Optional;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.TokenRequest;
import tools.jackson.databind.node.ObjectNode;

/** Extension point: a kind of grant that the token endpoint exchanges for an access token (RFC 6749 §4.5). */
public interface Grant {
    /** The value of {@code grant_type}. */
    String type();

    /** Whether its tokens are always bound to a key (RFC 9449); a request without a proof never reaches the grant. */
    default boolean requiresDpop() {
        return true;
    }

    /** Whether this node has anything for which it can be used; a grant that is not offered is not known either. */
    default boolean isOffered() {
        return true;
    }

    /** The members that it adds to the authorization server's metadata (RFC 8414). */
    default ObjectNode metadata() {
        return Json.newObject();
    }

    /**
     * Redeems the grant. Runs in one transaction with the storing of the token: what is consumed here is consumed if
     * and only if the token exists, and what a refusal writes (a failed attempt) stays written.
     *
     * @param request whose client, where it shows a secret, was already authenticated
     * @param dpopThumbprint of the key to which the token will be bound, if any
     * @throws org.entente.protocols.ProtocolError when the request is malformed
     */
    GrantOutcome redeem(TokenRequest request, Optional<String> dpopThumbprint, Instant now);
}
