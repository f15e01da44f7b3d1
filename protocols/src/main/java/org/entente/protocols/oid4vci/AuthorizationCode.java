package org.entente.protocols.oid4vci;

import java.net.URI;
import java.util.Optional;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The authorization code grant of an offer (OID4VCI 1.0 §4.1.1): the holder signs in with the issuer and allows it there.
 *
 * @param issuerState tells the issuer which offer led to the request, where it wants to know
 * @param authorizationServer which of the issuer's authorization servers to ask, when there are several
 */
public record AuthorizationCode(Optional<String> issuerState, Optional<URI> authorizationServer) {
    /** The grant type (RFC 6749 §4.1.3). */
    public static final String GRANT_TYPE = "authorization_code";

    /** The authorization request's parameter for the issuer's state (§5.1.3). */
    public static final String STATE_PARAMETER = "issuer_state";

    static AuthorizationCode parse(Members grant) {
        return new AuthorizationCode(grant.optionalString(STATE_PARAMETER), grant.optionalUri("authorization_server"));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        issuerState.ifPresent(value -> json.put(STATE_PARAMETER, value));
        authorizationServer.ifPresent(value -> json.put("authorization_server", value.toString()));
        return json;
    }
}
