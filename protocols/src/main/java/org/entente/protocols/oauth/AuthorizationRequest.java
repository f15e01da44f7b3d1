package org.entente.protocols.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client's request for a person's permission, as it is pushed (RFC 6749 §4.1.1, RFC 9126 §2.1). Well formed, with a
 * challenge by {@code S256}; whether client and redirect address belong together is not judged here. Parameters that
 * nobody asks for are ignored.
 *
 * @param redirectUri where the answer goes
 * @param state the client's own, handed back as it came; "" when it sent none
 * @param codeChallenge of the client's {@link CodeVerifier}
 * @param scopes what is asked for by name
 * @param details what is asked for in detail (RFC 9396 §2), each with its {@code type}
 * @param keyThumbprint {@code dpop_jkt}, the key to which the code is to be bound (RFC 9449 §10), "" when not named
 */
public record AuthorizationRequest(
        String clientId,
        URI redirectUri,
        String state,
        String codeChallenge,
        Set<String> scopes,
        List<ObjectNode> details,
        String keyThumbprint,
        Form form) {
    /** The longest client identifier, in characters. */
    public static final int MAX_CLIENT_ID = 512;

    /** The longest redirect address, in characters. */
    public static final int MAX_REDIRECT_URI = 2048;

    /** The longest state, in characters. */
    public static final int MAX_STATE = 2048;

    /** The most details that one request has. */
    public static final int MAX_DETAILS = 16;

    private static final int MAX_DETAILS_LENGTH = 16 * 1024;
    private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E]*");
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

    public AuthorizationRequest {
        scopes = Set.copyOf(scopes);
        details = List.copyOf(details);
    }

    /**
     * Reads a pushed request.
     *
     * @throws ProtocolError {@code invalid_request}, {@code unsupported_response_type}, {@code invalid_scope} or
     *     {@code invalid_authorization_details}
     */
    public static AuthorizationRequest parse(Form form) {
        if (form.value("request_uri").isPresent()) {
            throw invalid("a request_uri is not pushed");
        }
        if (form.value("request").isPresent()) {
            throw new ProtocolError(OAuthErrors.INVALID_REQUEST_OBJECT, "request objects are not taken here");
        }
        if (!form.required("response_type").equals("code")) {
            throw new ProtocolError(OAuthErrors.UNSUPPORTED_RESPONSE_TYPE, "the response_type is code");
        }
        if (form.value("response_mode").filter(mode -> !mode.equals("query")).isPresent()) {
            throw invalid("the response_mode is query");
        }
        return new AuthorizationRequest(
                bounded(form.required("client_id"), "client_id", MAX_CLIENT_ID),
                redirectUri(form.required("redirect_uri")),
                bounded(form.value("state").orElse(""), "state", MAX_STATE),
                challenge(form),
                form.value("scope").map(Scopes::parse).orElseGet(Set::of),
                form.value("authorization_details")
                        .map(AuthorizationRequest::details)
                        .orElseGet(List::of),
                form.value("dpop_jkt").map(AuthorizationRequest::thumbprint).orElse(""),
                form);
    }

    /** A parameter of another specification. */
    public Optional<String> value(String name) {
        return form.value(name);
    }

    /**
     * Reads the parameter {@code authorization_details}, at the token endpoint too (RFC 9396 §6).
     *
     * @throws ProtocolError {@code invalid_authorization_details} when it is not an array of objects with a type
     */
    public static List<ObjectNode> details(String value) {
        if (value.length() > MAX_DETAILS_LENGTH) {
            throw invalidDetails();
        }
        JsonNode array;
        try {
            array = Json.parse(value);
        } catch (ProtocolError e) {
            throw invalidDetails();
        }
        boolean wellFormed = array.isArray()
                && !array.isEmpty()
                && array.size() <= MAX_DETAILS
                && array.valueStream()
                        .allMatch(detail ->
                                detail.isObject() && detail.path("type").isString());
        if (!wellFormed) {
            throw invalidDetails();
        }
        return array.valueStream().map(ObjectNode.class::cast).toList();
    }

    private static String challenge(Form form) {
        String challenge = form.required("code_challenge");
        // Without a method it would be plain (RFC 7636 §4.3).
        if (!form.value("code_challenge_method").orElse("plain").equals(CodeVerifier.METHOD)) {
            throw invalid("the code_challenge_method is S256");
        }
        if (!CodeVerifier.isChallenge(challenge)) {
            throw invalid("the code_challenge is not a SHA-256 digest");
        }
        return challenge;
    }

    private static URI redirectUri(String text) {
        try {
            URI address = new URI(bounded(text, "redirect_uri", MAX_REDIRECT_URI));
            if (!address.isAbsolute() || address.getRawFragment() != null) {
                throw invalid("the redirect_uri is absolute and has no fragment");
            }
            return address;
        } catch (URISyntaxException e) {
            throw invalid("the redirect_uri is no address");
        }
    }

    private static String thumbprint(String text) {
        if (!THUMBPRINT.matcher(text).matches()) {
            throw invalid("the dpop_jkt is not a SHA-256 thumbprint");
        }
        return text;
    }

    private static String bounded(String text, String name, int most) {
        if (text.length() > most || !VISIBLE.matcher(text).matches()) {
            throw invalid("the " + name + " is too long or has characters that it may not have");
        }
        return text;
    }

    private static ProtocolError invalid(String text) {
        return new ProtocolError(OAuthErrors.INVALID_REQUEST, text);
    }

    private static ProtocolError invalidDetails() {
        return new ProtocolError(
                OAuthErrors.INVALID_AUTHORIZATION_DETAILS,
                "authorization_details is an array of 1 to " + MAX_DETAILS + " objects with a type");
    }
}
