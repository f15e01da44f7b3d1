package org.entente.protocols.oid4vp;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.WalletAnswer.Declined;
import org.entente.protocols.x509.Certificates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A verifier's request for a presentation, answered by {@code direct_post.jwt} (OID4VP 1.0 §5 and §8.2; RFC 9101).
 *
 * @param clientId who asks, {@code x509_hash:…} (§5.9.3)
 * @param responseUri where the answer goes
 * @param nonce binds the holder's signature to this request
 * @param state comes back in the answer
 * @param issuedAt when the verifier says that it asked; it need not (RFC 9101 §4)
 * @param expiresAt from when on no wallet answers; a verifier need not say
 */
public record RequestObject(
        String clientId,
        URI responseUri,
        String nonce,
        String state,
        DcqlQuery query,
        ClientMetadata metadata,
        @Nullable StatedPurpose stated,
        Optional<Instant> issuedAt,
        Optional<Instant> expiresAt) {
    /** The media type of a request object (RFC 9101 §10.2). */
    public static final String MEDIA_TYPE = "application/oauth-authz-req+jwt";

    private static final String HASH_PREFIX = "x509_hash:";

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    /** The client identifier that a signer's leaf certificate gives it (OID4VP 1.0 §5.9.3, {@code x509_hash}). */
    public static String clientId(Signer signer) {
        return HASH_PREFIX + Certificates.sha256Hash(signer.certificates().getFirst());
    }

    /** The hash of the leaf certificate in a client identifier; none when its prefix is another. */
    static Optional<String> certificateHash(String clientId) {
        return clientId.startsWith(HASH_PREFIX)
                ? Optional.of(clientId.substring(HASH_PREFIX.length()))
                : Optional.empty();
    }

    /** What the verifier says of its purpose, if it does. */
    public Optional<StatedPurpose> purpose() {
        return Optional.ofNullable(stated);
    }

    /** Signs the request, as compact JWS with the signer's certificates. */
    public String sign(Signer signer) {
        return CompactJws.sign(signer, Oid4vp.REQUEST_TYPE, toJson(), JoseOption.CERTIFICATES);
    }

    /** Signs the request for a wallet that fetched it by POST with a nonce of its own (§5.10). */
    public String sign(Signer signer, String walletNonce) {
        return CompactJws.sign(
                signer, Oid4vp.REQUEST_TYPE, toJson().put("wallet_nonce", walletNonce), JoseOption.CERTIFICATES);
    }

    /**
     * Reads the claims of a request object; proves nothing.
     *
     * @throws ProtocolError with a code of {@link WalletAnswer.Declined} when it is malformed or asks for what is not
     *     supported
     */
    public static RequestObject parse(ObjectNode claims) {
        requireValue(claims, "response_type", Oid4vp.RESPONSE_TYPE, Declined.UNSUPPORTED_RESPONSE_TYPE);
        requireValue(claims, "response_mode", Oid4vp.RESPONSE_MODE, Declined.INVALID_REQUEST);
        if (claims.has("redirect_uri")) {
            throw Oid4vp.invalid("redirect_uri has no place beside response_uri");
        }
        if (claims.has("transaction_data")) {
            throw new ProtocolError(Declined.INVALID_TRANSACTION_DATA, "no type of transaction_data is supported");
        }
        if (claims.has("scope") && !claims.has("dcql_query")) {
            throw new ProtocolError(Declined.INVALID_SCOPE, "no scope stands for a query");
        }
        if (claims.has("scope")) {
            throw Oid4vp.invalid("scope has no place beside dcql_query");
        }
        return new RequestObject(
                Oid4vp.required(claims, "client_id"),
                address(Oid4vp.required(claims, "response_uri")),
                Oid4vp.required(claims, "nonce"),
                Oid4vp.optional(claims, "state").orElse(""),
                DcqlQuery.parse(claims.path("dcql_query")),
                ClientMetadata.parse(claims.path("client_metadata")),
                StatedPurpose.find(claims.path("verifier_info")).orElse(null),
                time(claims, "iat"),
                time(claims, "exp"));
    }

    /** The claims of the request object, without {@code wallet_nonce}. */
    public ObjectNode toJson() {
        ObjectNode claims = Json.newObject()
                .put("aud", Oid4vp.AUDIENCE)
                .put("client_id", clientId)
                .put("response_type", Oid4vp.RESPONSE_TYPE)
                .put("response_mode", Oid4vp.RESPONSE_MODE)
                .put("response_uri", responseUri.toString())
                .put("nonce", nonce);
        if (!state.isEmpty()) {
            claims.put("state", state);
        }
        claims.set("dcql_query", query.toJson());
        claims.set("client_metadata", metadata.toJson());
        purpose().ifPresent(purpose -> claims.set("verifier_info", purpose.toJson()));
        issuedAt.ifPresent(time -> claims.put("iat", time.getEpochSecond()));
        expiresAt.ifPresent(time -> claims.put("exp", time.getEpochSecond()));
        return claims;
    }

    private static void requireValue(ObjectNode claims, String name, String value, String code) {
        if (!Oid4vp.required(claims, name).equals(value)) {
            throw new ProtocolError(code, name + " is " + value);
        }
    }

    private static Optional<Instant> time(ObjectNode claims, String name) {
        JsonNode value = claims.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > LATEST) {
            throw Oid4vp.invalid(name + " is a time in seconds");
        }
        return Optional.of(Instant.ofEpochSecond(value.longValue()));
    }

    static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw Oid4vp.invalid("response_uri is an address");
        }
    }
}
