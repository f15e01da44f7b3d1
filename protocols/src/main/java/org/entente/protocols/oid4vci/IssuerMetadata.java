package org.entente.protocols.oid4vci;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a credential issuer says about itself (OID4VCI 1.0 §12.2.4).
 *
 * @param authorizationServers issuer identifiers of its authorization servers; none means that it is its own
 * @param notificationEndpoint where wallets tell what became of what they were handed (§11)
 * @param statusListAggregation where the issuer names its status lists (Token Status List §9.1)
 * @param batchSize the most proofs that one credential request may carry; 1 where batches are not supported
 */
public record IssuerMetadata(
        URI credentialIssuer,
        List<URI> authorizationServers,
        URI credentialEndpoint,
        Optional<URI> nonceEndpoint,
        Optional<URI> notificationEndpoint,
        Optional<URI> statusListAggregation,
        int batchSize,
        List<Display> display,
        List<CredentialConfiguration> configurations) {
    /** The header type of signed metadata (§12.2.3). */
    public static final String SIGNED_TYPE = "openidvci-issuer-metadata+jwt";

    private static final String ERROR = "invalid_issuer_metadata";
    private static final String NOTIFICATIONS = "notification_endpoint";
    private static final String STATUS_LISTS = "status_list_aggregation_endpoint";
    private static final String WELL_KNOWN = "/.well-known/openid-credential-issuer";
    private static final int MAX_CONFIGURATIONS = 512;

    public IssuerMetadata {
        authorizationServers = List.copyOf(authorizationServers);
        display = List.copyOf(display);
        configurations = List.copyOf(configurations);
        if (batchSize < 1) {
            throw new ProtocolError(ERROR, "a batch has at least one proof");
        }
    }

    /**
     * Where an issuer's metadata is read: the well-known path stands between host and path (§12.2.2).
     *
     * @param credentialIssuer an identifier without query or fragment
     */
    public static URI location(URI credentialIssuer) {
        String path = credentialIssuer.getRawPath().equals("/") ? "" : credentialIssuer.getRawPath();
        return URI.create(
                credentialIssuer.getScheme() + "://" + credentialIssuer.getRawAuthority() + WELL_KNOWN + path);
    }

    /**
     * Reads metadata fetched from {@link #location}.
     *
     * @throws ProtocolError {@code invalid_issuer_metadata} when a required member is missing or malformed, or the
     *     document speaks for another issuer (§12.2.4: the identifiers must be identical)
     */
    public static IssuerMetadata parse(ObjectNode metadata, URI credentialIssuer) {
        Members members = new Members(metadata, ERROR);
        if (!members.string("credential_issuer").equals(credentialIssuer.toString())) {
            throw members.malformed("the metadata belongs to another issuer");
        }
        JsonNode configurations = metadata.path("credential_configurations_supported");
        if (!configurations.isObject() || configurations.size() > MAX_CONFIGURATIONS) {
            throw members.malformed("credential_configurations_supported is not an object");
        }
        return new IssuerMetadata(
                credentialIssuer,
                members.uris("authorization_servers"),
                members.uri("credential_endpoint"),
                members.optionalUri("nonce_endpoint"),
                members.optionalUri(NOTIFICATIONS),
                members.optionalUri(STATUS_LISTS),
                members.in(metadata.path("batch_credential_issuance")).integer("batch_size", 1),
                Display.parse(members),
                configurations
                        .propertyStream()
                        .map(entry -> CredentialConfiguration.parse(entry.getKey(), members.in(entry.getValue())))
                        .toList());
    }

    /** The configuration of this name. */
    public Optional<CredentialConfiguration> configuration(String id) {
        return configurations.stream()
                .filter(configuration -> configuration.id().equals(id))
                .findFirst();
    }

    /** The issuer identifier of the authorization server to use where the offer does not choose one (§12.2.4). */
    public URI authorizationServer() {
        return authorizationServers.isEmpty() ? credentialIssuer : authorizationServers.getFirst();
    }

    /**
     * The metadata as a signed document (§12.2.3): who it speaks for, since when and until when it holds, and the
     * metadata themselves. To be signed with a key whose certificate names the issuer, under {@link #SIGNED_TYPE}.
     */
    public ObjectNode toClaims(Instant issuedAt, Instant expiresAt) {
        return toJson().put("iss", credentialIssuer.toString())
                .put("sub", credentialIssuer.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
    }

    /** The JSON form. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("credential_issuer", credentialIssuer.toString());
        if (!authorizationServers.isEmpty()) {
            json.putArray("authorization_servers")
                    .addAll(authorizationServers.stream()
                            .map(server -> (JsonNode) json.stringNode(server.toString()))
                            .toList());
        }
        json.put("credential_endpoint", credentialEndpoint.toString());
        nonceEndpoint.ifPresent(endpoint -> json.put("nonce_endpoint", endpoint.toString()));
        notificationEndpoint.ifPresent(endpoint -> json.put(NOTIFICATIONS, endpoint.toString()));
        statusListAggregation.ifPresent(endpoint -> json.put(STATUS_LISTS, endpoint.toString()));
        if (batchSize > 1) {
            json.putObject("batch_credential_issuance").put("batch_size", batchSize);
        }
        json.set("display", Display.toJson(display));
        ObjectNode supported = json.putObject("credential_configurations_supported");
        configurations.forEach(configuration -> supported.set(configuration.id(), configuration.toJson()));
        return json;
    }
}
