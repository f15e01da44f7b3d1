package org.entente.protocols.oauth;

import java.util.Optional;
import java.util.Set;
import org.entente.protocols.ProtocolError;

/**
 * A request to the token endpoint (RFC 6749 §3.2). Parameters that nobody asks for are ignored.
 *
 * @param client who the caller claims to be
 * @param grantType {@code grant_type}
 */
public record TokenRequest(ClientAuthentication client, String grantType, Form form) {
    /**
     * Reads a token request.
     *
     * @param authorization the {@code Authorization} header, "" when there is none
     * @param contentType the {@code Content-Type} header, "" when there is none
     * @throws ProtocolError {@code invalid_request} or {@code invalid_client} when it is malformed
     */
    public static TokenRequest parse(String authorization, String contentType, byte[] body) {
        Form form = Form.parse(contentType, body);
        return new TokenRequest(ClientAuthentication.parse(authorization, form), form.required("grant_type"), form);
    }

    /** A parameter that must be there. */
    public String required(String name) {
        return form.required(name);
    }

    /** A parameter that may be there. */
    public Optional<String> value(String name) {
        return form.value(name);
    }

    /**
     * The scopes asked for, in order; empty when the request leaves them to us (RFC 6749 §3.3).
     *
     * @throws ProtocolError {@code invalid_scope} when a scope has characters that none may have
     */
    public Set<String> scopes() {
        return form.value("scope").map(Scopes::parse).orElseGet(Set::of);
    }
}
