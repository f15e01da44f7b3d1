package org.entente.protocols.oauth;

import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer of the token endpoint (RFC 6749 §5.1, RFC 9449 §5).
 *
 * @param expiresInSeconds the token's lifetime, 0 when the server does not say
 * @param scope the scopes granted, separated by spaces, "" when none
 * @param further the members that the grant adds
 */
public record TokenResponse(
        String accessToken, TokenScheme type, long expiresInSeconds, String scope, ObjectNode further) {

    /** The answer as JSON. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        json.put("access_token", accessToken).put("token_type", type.label()).put("expires_in", expiresInSeconds);
        if (!scope.isEmpty()) {
            json.put("scope", scope);
        }
        json.setAll(further);
        return json;
    }

    /**
     * Reads a server's answer; the token type is matched without regard to case (RFC 6749 §7.1).
     *
     * @throws ProtocolError {@code invalid_request} when token or type is missing or the type unknown
     */
    public static TokenResponse parse(ObjectNode json) {
        ObjectNode further = json.deepCopy();
        further.remove(List.of("access_token", "token_type", "expires_in", "scope"));
        JsonNode expiresIn = json.path("expires_in");
        return new TokenResponse(
                text(json, "access_token"),
                TokenScheme.of(text(json, "token_type")).orElseThrow(TokenResponse::malformed),
                expiresIn.canConvertToLong() ? expiresIn.longValue() : 0,
                Optional.ofNullable(json.get("scope"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .orElse(""),
                further);
    }

    private static String text(ObjectNode json, String member) {
        JsonNode value = json.path(member);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw malformed();
        }
        return value.stringValue();
    }

    private static ProtocolError malformed() {
        return new ProtocolError(OAuthErrors.INVALID_REQUEST, "the server's token response is malformed");
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "TokenResponse[type=" + type + ", scope=" + scope + "]";
    }
}
