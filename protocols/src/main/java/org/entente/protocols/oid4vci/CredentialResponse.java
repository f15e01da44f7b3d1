package org.entente.protocols.oid4vci;

import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The copies that an issuer hands out at once (OID4VCI 1.0 §8.3).
 *
 * @param credentials in the issuer's order, which says nothing: a wallet matches each to its key by {@code cnf}
 * @param notificationId by which the wallet tells what became of them (§11), where the issuer wants to hear it
 */
public record CredentialResponse(List<String> credentials, Optional<String> notificationId) {
    private static final String ERROR = "invalid_credential_response";
    private static final String NOTIFICATION_ID = "notification_id";

    public CredentialResponse {
        credentials = List.copyOf(credentials);
    }

    /** A response whose issuer wants to hear nothing. */
    public CredentialResponse(List<String> credentials) {
        this(credentials, Optional.empty());
    }

    /**
     * Reads a response. A notification_id that is no text of sensible length is passed over: the credentials are good without it.
     *
     * @throws ProtocolError {@code invalid_credential_response} when it carries no credential as text, or more than
     *     {@link CredentialRequest#MAX_PROOFS}
     */
    public static CredentialResponse parse(ObjectNode response) {
        JsonNode credentials = response.path("credentials");
        List<JsonNode> texts = credentials
                .valueStream()
                .map(item -> item.path("credential"))
                .filter(JsonNode::isString)
                .toList();
        if (texts.isEmpty() || texts.size() != credentials.size() || texts.size() > CredentialRequest.MAX_PROOFS) {
            throw new ProtocolError(ERROR, "the response carries no credentials as text");
        }
        return new CredentialResponse(texts.stream().map(JsonNode::stringValue).toList(), notificationId(response));
    }

    private static Optional<String> notificationId(ObjectNode response) {
        return Optional.of(response.path(NOTIFICATION_ID).asString(""))
                .filter(id -> response.path(NOTIFICATION_ID).isString())
                .filter(id -> !id.isEmpty() && id.length() <= Members.MAX_TEXT);
    }

    /** The JSON form. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        ArrayNode array = json.putArray("credentials");
        credentials.forEach(credential -> array.addObject().put("credential", credential));
        notificationId.ifPresent(id -> json.put(NOTIFICATION_ID, id));
        return json;
    }
}
