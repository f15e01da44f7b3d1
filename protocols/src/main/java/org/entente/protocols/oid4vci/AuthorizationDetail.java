package org.entente.protocols.oid4vci;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential that a wallet asks permission for, or has it for (OID4VCI 1.0 §5.1.1, §6.2; RFC 9396).
 *
 * @param configurationId the name in the issuer's metadata
 * @param issuer the credential issuer identifier, from {@code locations}; empty where the wallet names none
 * @param identifiers the names under which it is then requested, in a token response
 */
public record AuthorizationDetail(String configurationId, Optional<URI> issuer, List<String> identifiers) {
    /** The type of such details. */
    public static final String TYPE = "openid_credential";

    private static final String ERROR = "invalid_authorization_details";

    public AuthorizationDetail {
        identifiers = List.copyOf(identifiers);
    }

    /**
     * Reads a detail; members that are not known here are ignored.
     *
     * @throws ProtocolError {@code invalid_authorization_details} when it is of another type or malformed
     */
    public static AuthorizationDetail parse(ObjectNode detail) {
        Members members = new Members(detail, ERROR);
        if (!members.string("type").equals(TYPE)) {
            throw members.malformed("the type of the authorization_details is not " + TYPE);
        }
        List<URI> locations = members.uris("locations");
        if (locations.size() > 1) {
            throw members.malformed("locations names one credential issuer");
        }
        return new AuthorizationDetail(
                members.string("credential_configuration_id"),
                locations.stream().findFirst(),
                members.strings("credential_identifiers"));
    }

    /** Whether it may be about this issuer's credentials: it names it, or none. */
    public boolean mayBeOf(URI credentialIssuer) {
        return issuer.stream().allMatch(credentialIssuer::equals);
    }

    /** The JSON form. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("type", TYPE).put("credential_configuration_id", configurationId);
        issuer.ifPresent(value -> json.putArray("locations").add(value.toString()));
        if (!identifiers.isEmpty()) {
            identifiers.forEach(json.putArray("credential_identifiers")::add);
        }
        return json;
    }
}
