package org.entente.protocols.oauth;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an authorization server says of itself (RFC 8414 §2).
 *
 * @param issuer the server's identifier
 * @param tokenEndpoint where tokens are asked for
 * @param grantTypes {@code grant_types_supported}
 * @param clientAuthentication {@code token_endpoint_auth_methods_supported}
 * @param proofAlgorithms {@code dpop_signing_alg_values_supported} (RFC 9449 §5.1), empty when proofs are not taken
 * @param further members of other specifications, and those of endpoints besides the token endpoint
 */
public record AuthorizationServerMetadata(
        URI issuer,
        URI tokenEndpoint,
        List<String> grantTypes,
        List<String> clientAuthentication,
        List<String> proofAlgorithms,
        ObjectNode further) {
    private static final String WELL_KNOWN = "/.well-known/oauth-authorization-server";
    private static final int MAX_VALUES = 64;

    private static final String ISSUER = "issuer";
    private static final String TOKEN_ENDPOINT = "token_endpoint";
    private static final String GRANT_TYPES = "grant_types_supported";
    private static final String CLIENT_AUTHENTICATION = "token_endpoint_auth_methods_supported";
    private static final String SIGNED = "signed_metadata";
    private static final String PROOF_ALGORITHMS = "dpop_signing_alg_values_supported";

    public AuthorizationServerMetadata {
        grantTypes = List.copyOf(grantTypes);
        clientAuthentication = List.copyOf(clientAuthentication);
        proofAlgorithms = List.copyOf(proofAlgorithms);
    }

    /** Where the metadata of a server stands: the well-known path goes before the issuer's own (RFC 8414 §3.1). */
    public static URI location(URI issuer) {
        String path = issuer.getRawPath() == null || issuer.getRawPath().equals("/") ? "" : issuer.getRawPath();
        return URI.create(issuer.getScheme() + "://" + issuer.getRawAuthority() + WELL_KNOWN + path);
    }

    /**
     * Where a member says that something stands, {@code authorization_endpoint} for instance.
     *
     * @throws ProtocolError {@code invalid_request} when it is no address
     */
    public Optional<URI> endpoint(String member) {
        JsonNode value = further.path(member);
        return value.isMissingNode() ? Optional.empty() : Optional.of(address(value));
    }

    /** Whether a member is {@code true}. */
    public boolean says(String member) {
        return further.path(member).booleanValue(false);
    }

    /**
     * Whether a list has a value, {@code code_challenge_methods_supported} for instance.
     *
     * @throws ProtocolError {@code invalid_request} when it is no list of texts
     */
    public boolean lists(String member, String value) {
        return texts(further.path(member)).contains(value);
    }

    /** The document as JSON; a list without values is left out (RFC 8414 §3.2). */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        json.put(ISSUER, issuer.toString()).put(TOKEN_ENDPOINT, tokenEndpoint.toString());
        putAll(json, GRANT_TYPES, grantTypes);
        putAll(json, CLIENT_AUTHENTICATION, clientAuthentication);
        putAll(json, PROOF_ALGORITHMS, proofAlgorithms);
        json.setAll(further);
        return json;
    }

    /**
     * Reads a server's document.
     *
     * @param expected the identifier from which {@link #location} was made
     * @throws ProtocolError {@code invalid_request} when the document is malformed or another server's (RFC 8414 §3.3)
     */
    public static AuthorizationServerMetadata parse(ObjectNode json, URI expected) {
        if (!json.path(ISSUER).stringValue("").equals(expected.toString())) {
            throw malformed("the authorization server's metadata names another issuer");
        }
        ObjectNode further = json.deepCopy();
        further.remove(List.of(ISSUER, TOKEN_ENDPOINT, GRANT_TYPES, CLIENT_AUTHENTICATION, PROOF_ALGORITHMS));
        return new AuthorizationServerMetadata(
                expected,
                address(json.path(TOKEN_ENDPOINT)),
                texts(json.path(GRANT_TYPES)),
                texts(json.path(CLIENT_AUTHENTICATION)),
                texts(json.path(PROOF_ALGORITHMS)),
                further);
    }

    /**
     * The document with the same once more in {@code signed_metadata}: a JWT by whose issuer it is (RFC 8414 §2.1).
     *
     * @param document as {@link #toJson} gives it
     */
    public static ObjectNode signed(ObjectNode document, Signer signer, Instant now) {
        ObjectNode claims = document.deepCopy()
                .put("iss", document.path(ISSUER).stringValue())
                .put("iat", now.getEpochSecond());
        return document.deepCopy().put(SIGNED, CompactJws.sign(signer, "JWT", claims, JoseOption.KEY_ID));
    }

    private static void putAll(ObjectNode json, String member, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(member);
            values.forEach(array::add);
        }
    }

    private static URI address(JsonNode value) {
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw malformed("an endpoint of the authorization server is no address");
        }
        try {
            return URI.create(value.stringValue());
        } catch (IllegalArgumentException e) {
            throw malformed("an endpoint of the authorization server is no address");
        }
    }

    private static List<String> texts(JsonNode value) {
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()
                || value.size() > MAX_VALUES
                || !value.valueStream().allMatch(JsonNode::isString)) {
            throw malformed("a list in the authorization server's metadata is malformed");
        }
        return value.valueStream().map(JsonNode::stringValue).toList();
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError(OAuthErrors.INVALID_REQUEST, text);
    }
}
