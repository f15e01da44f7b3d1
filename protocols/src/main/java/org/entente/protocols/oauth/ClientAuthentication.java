package org.entente.protocols.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.entente.protocols.ProtocolError;

/** How the caller of the token endpoint says who it is (RFC 6749 §2.3). Claimed, not yet checked. */
public sealed interface ClientAuthentication {
    /** The longest client identifier or secret that is read, in characters. */
    int MAX_LENGTH = 1024;

    /** The caller does not name a client. */
    record Anonymous() implements ClientAuthentication {}

    /** The caller names a client and proves nothing (RFC 6749 §3.2.1). */
    record PublicClient(String clientId) implements ClientAuthentication {}

    /** The caller names a client and shows its secret. */
    record Secret(String clientId, String secret, Method method) implements ClientAuthentication {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Secret[clientId=" + clientId + ", method=" + method + "]";
        }
    }

    /** Where the secret stood; names as registered (RFC 8414 §2). */
    enum Method {
        CLIENT_SECRET_BASIC,
        CLIENT_SECRET_POST
    }

    /**
     * Reads the claim from header and body.
     *
     * @param authorization the {@code Authorization} header, "" when there is none
     * @throws ProtocolError {@code invalid_request} when it is malformed or uses two methods at once,
     *     {@code invalid_client} when the header's scheme is none that we know
     */
    static ClientAuthentication parse(String authorization, Form form) {
        Optional<String> id = form.value("client_id");
        Optional<String> secret = form.value("client_secret");
        if (!authorization.isEmpty()) {
            Secret basic = basic(authorization);
            if (secret.isPresent()
                    || id.filter(named -> !named.equals(basic.clientId())).isPresent()) {
                throw new ProtocolError(OAuthErrors.INVALID_REQUEST, "the client authenticates in two ways at once");
            }
            return basic;
        }
        if (secret.isPresent()) {
            return bounded(new Secret(form.required("client_id"), secret.get(), Method.CLIENT_SECRET_POST));
        }
        return id.<ClientAuthentication>map(PublicClient::new).orElseGet(Anonymous::new);
    }

    /** Identifier and secret are form-encoded before they are joined (RFC 6749 §2.3.1). */
    private static Secret basic(String authorization) {
        String[] parts = authorization.split(" +", 2);
        if (parts.length != 2 || !parts[0].equalsIgnoreCase("Basic")) {
            throw new ProtocolError(OAuthErrors.INVALID_CLIENT, "clients authenticate by client_secret_basic or _post");
        }
        try {
            String joined = new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.ISO_8859_1);
            int colon = joined.indexOf(':');
            if (colon < 1) {
                throw malformed();
            }
            return bounded(new Secret(
                    Form.decode(joined.substring(0, colon)),
                    Form.decode(joined.substring(colon + 1)),
                    Method.CLIENT_SECRET_BASIC));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static Secret bounded(Secret claim) {
        if (claim.clientId().length() > MAX_LENGTH || claim.secret().length() > MAX_LENGTH) {
            throw new ProtocolError(OAuthErrors.INVALID_REQUEST, "the client's identifier or secret is too long");
        }
        return claim;
    }

    private static ProtocolError malformed() {
        return new ProtocolError(OAuthErrors.INVALID_REQUEST, "the Authorization header is malformed");
    }
}
