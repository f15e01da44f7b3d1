package org.entente.protocols.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.protocols.ProtocolError;

/** What a person's answer comes to, on its way back to the client in an address (RFC 6749 §4.1.2, RFC 9207 §2). */
public sealed interface AuthorizationAnswer {
    /** The client's state, as it came; "" when it sent none. */
    String state();

    /** Who answers: the authorization server's identifier; "" when it does not say (RFC 9207 §2). */
    String issuer();

    /** The person said yes. */
    record Code(String code, String state, String issuer) implements AuthorizationAnswer {
        /** Never the code. */
        @Override
        public String toString() {
            return "Code[issuer=" + issuer + "]";
        }
    }

    /**
     * There is no code.
     *
     * @param error of RFC 6749 §4.1.2.1
     * @param description for the client's developer, "" for none
     */
    record Refused(String error, String description, String state, String issuer) implements AuthorizationAnswer {}

    /**
     * The address that carries the answer to the client.
     *
     * @param redirectUri the client's, whose own query stays as it is (RFC 6749 §3.1.2)
     */
    default URI at(URI redirectUri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        switch (this) {
            case Code(String code, String state, String issuer) -> {
                parameters.put("code", code);
                parameters.put("state", state);
                parameters.put("iss", issuer);
            }
            case Refused(String error, String description, String state, String issuer) -> {
                parameters.put("error", error);
                parameters.put("error_description", description);
                parameters.put("state", state);
                parameters.put("iss", issuer);
            }
        }
        String query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
        return URI.create(redirectUri + (redirectUri.getRawQuery() == null ? "?" : "&") + query);
    }

    /**
     * Reads the answer from the query of a client's redirect address.
     *
     * @throws ProtocolError {@code invalid_request} when it is neither or both
     */
    static AuthorizationAnswer parse(Form query) {
        String state = query.value("state").orElse("");
        String issuer = query.value("iss").orElse("");
        if (query.value("code").isPresent() == query.value("error").isPresent()) {
            throw new ProtocolError(OAuthErrors.INVALID_REQUEST, "an answer carries a code or an error");
        }
        return query.value("code")
                .<AuthorizationAnswer>map(code -> new Code(code, state, issuer))
                .orElseGet(() -> new Refused(
                        query.required("error"),
                        query.value("error_description").orElse(""),
                        state,
                        issuer));
    }
}
