package org.entente.protocols.oauth;

import java.util.regex.Pattern;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands for a request that was pushed (RFC 9126 §2.2).
 *
 * @param requestUri the name by which the browser brings it to the authorization endpoint
 * @param expiresInSeconds how long that may take
 */
public record PushedRequestResponse(String requestUri, long expiresInSeconds) {
    /** How the names of our own begin (RFC 9126 §2.2). */
    public static final String PREFIX = "urn:ietf:params:oauth:request_uri:";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,512}");

    /** The answer as JSON. */
    public ObjectNode toJson() {
        return Json.newObject().put("request_uri", requestUri).put("expires_in", expiresInSeconds);
    }

    /**
     * Reads a server's answer.
     *
     * @throws ProtocolError {@code invalid_request} when it is malformed
     */
    public static PushedRequestResponse parse(ObjectNode json) {
        JsonNode name = json.path("request_uri");
        JsonNode seconds = json.path("expires_in");
        if (!name.isString()
                || !VISIBLE.matcher(name.stringValue()).matches()
                || !seconds.canConvertToLong()
                || seconds.longValue() < 1) {
            throw new ProtocolError(
                    OAuthErrors.INVALID_REQUEST, "the server's answer to the pushed request is malformed");
        }
        return new PushedRequestResponse(name.stringValue(), seconds.longValue());
    }

    /** Never the name: whoever has it can go on with the request. */
    @Override
    public String toString() {
        return "PushedRequestResponse[" + expiresInSeconds + " s]";
    }
}
