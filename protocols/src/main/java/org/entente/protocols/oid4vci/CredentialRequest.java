package org.entente.protocols.oid4vci;

import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.TokenResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A wallet's request for one or more copies of a credential (OID4VCI 1.0 §8.2), with key proofs of type {@code jwt}.
 *
 * @param proofs compact JWS, one for each copy; at least one
 */
public record CredentialRequest(Selector selector, List<String> proofs) {
    /** The most proofs that are read from one request, whatever batch the issuer advertises. */
    public static final int MAX_PROOFS = 100;

    /** Which credential is asked for: exactly one way of naming it (§8.2). */
    public sealed interface Selector {
        /** By its configuration in the issuer's metadata. */
        record Configuration(String id) implements Selector {}

        /** By an identifier that came with the token response. */
        record Identifier(String id) implements Selector {}

        /**
         * How a configuration is asked for with a token: by the first identifier that came with it, where any came (§8.2).
         *
         * @param configuration the name in the issuer's metadata
         */
        static Selector of(TokenResponse token, String configuration) {
            return token.further()
                    .path("authorization_details")
                    .valueStream()
                    .filter(detail -> detail.path("credential_configuration_id")
                            .asString("")
                            .equals(configuration))
                    .flatMap(detail -> detail.path("credential_identifiers").valueStream())
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .findFirst()
                    .<Selector>map(Identifier::new)
                    .orElseGet(() -> new Configuration(configuration));
        }
    }

    public CredentialRequest {
        proofs = List.copyOf(proofs);
    }

    /**
     * Reads a request.
     *
     * @throws ProtocolError with the code of §8.3.1.2: {@code invalid_credential_request},
     *     {@code invalid_encryption_parameters} (encryption is not offered), {@code invalid_proof}
     */
    public static CredentialRequest parse(ObjectNode request) {
        Members members = new Members(request, CredentialError.INVALID_CREDENTIAL_REQUEST.code());
        Selector selector = selector(members);
        if (request.has("credential_response_encryption")) {
            throw new ProtocolError(
                    CredentialError.INVALID_ENCRYPTION_PARAMETERS.code(), "this issuer does not encrypt responses");
        }
        return new CredentialRequest(selector, jwtProofs(request.path("proofs")));
    }

    /** Reads a request from UTF-8 bytes; as {@link #parse(ObjectNode)}, also where they are no JSON object. */
    public static CredentialRequest parse(byte[] utf8) {
        ObjectNode request;
        try {
            request = Json.object(utf8);
        } catch (ProtocolError e) {
            throw new ProtocolError(CredentialError.INVALID_CREDENTIAL_REQUEST.code(), e.publicText());
        }
        return parse(request);
    }

    private static Selector selector(Members members) {
        var configuration = members.optionalString("credential_configuration_id");
        var identifier = members.optionalString("credential_identifier");
        if (configuration.isPresent() == identifier.isPresent()) {
            throw members.malformed("a request names a credential_configuration_id or a credential_identifier");
        }
        return configuration
                .<Selector>map(Selector.Configuration::new)
                .orElseGet(() -> new Selector.Identifier(identifier.orElseThrow()));
    }

    private static List<String> jwtProofs(JsonNode proofs) {
        JsonNode jwts = proofs.path("jwt");
        if (!proofs.isObject() || proofs.size() != 1 || !jwts.isArray()) {
            throw invalidProof("proofs has exactly one member, jwt");
        }
        if (jwts.isEmpty() || jwts.size() > MAX_PROOFS || !jwts.valueStream().allMatch(JsonNode::isString)) {
            throw invalidProof("proofs.jwt is an array of 1 to " + MAX_PROOFS + " strings");
        }
        return jwts.valueStream().map(JsonNode::stringValue).toList();
    }

    private static ProtocolError invalidProof(String text) {
        return new ProtocolError(CredentialError.INVALID_PROOF.code(), text);
    }

    /** The JSON form. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        switch (selector) {
            case Selector.Configuration(String id) -> json.put("credential_configuration_id", id);
            case Selector.Identifier(String id) -> json.put("credential_identifier", id);
        }
        proofs.forEach(json.putObject("proofs").putArray("jwt")::add);
        return json;
    }
}
