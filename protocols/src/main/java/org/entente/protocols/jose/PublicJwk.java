package org.entente.protocols.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A public key on P-256 as a JSON Web Key (RFC 7517, RFC 7518 §6.2.1). Keeps {@code kid}, {@code use} and {@code alg};
 * other members are dropped. Two keys are equal when their thumbprints are, whatever they are called.
 */
public final class PublicJwk {
    private static final List<String> PRIVATE_MEMBERS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final int COORDINATE_LENGTH = 43;
    private static final int MAX_TEXT = 256;

    private final ECPublicKey key;
    private final String x;
    private final String y;
    private final String thumbprint;
    private final @Nullable String keyId;
    private final @Nullable String use;
    private final @Nullable String algorithm;

    private PublicJwk(ECKey key, @Nullable String keyId, @Nullable String use, @Nullable String algorithm) {
        try {
            this.key = key.toECPublicKey();
        } catch (JOSEException e) {
            throw malformed("not a key on P-256");
        }
        this.x = key.getX().toString();
        this.y = key.getY().toString();
        this.thumbprint = thumbprint(x, y);
        this.keyId = keyId;
        this.use = use;
        this.algorithm = algorithm;
    }

    private PublicJwk(PublicJwk other, @Nullable String keyId, @Nullable String use, @Nullable String algorithm) {
        this.key = other.key;
        this.x = other.x;
        this.y = other.y;
        this.thumbprint = other.thumbprint;
        this.keyId = keyId;
        this.use = use;
        this.algorithm = algorithm;
    }

    /**
     * Reads a key.
     *
     * @throws ProtocolError {@code invalid_request} when it is not a public P-256 key: another type or curve, a private
     *     or symmetric member, a coordinate of the wrong length, a point off the curve
     */
    public static PublicJwk parse(JsonNode jwk) {
        if (!(jwk instanceof ObjectNode object)) {
            throw malformed("a JWK is an object");
        }
        if (PRIVATE_MEMBERS.stream().anyMatch(object::has)) {
            throw malformed("a public JWK has no private member");
        }
        if (!isP256(object)) {
            throw malformed("a JWK has kty EC and crv P-256");
        }
        return new PublicJwk(
                point(coordinate(object, "x"), coordinate(object, "y")),
                text(object, "kid").orElse(null),
                text(object, "use").orElse(null),
                text(object, "alg").orElse(null));
    }

    /** Whether a JWK claims the one type of key that is understood here. */
    static boolean isP256(ObjectNode jwk) {
        return "EC".equals(jwk.path("kty").stringValue(""))
                && "P-256".equals(jwk.path("crv").stringValue(""));
    }

    /** The JWK of a key, named by its thumbprint; refuses a key on another curve. */
    public static PublicJwk of(ECPublicKey key) {
        if (!Es256.isOnP256(key)) {
            throw malformed("not a key on P-256");
        }
        try {
            return new PublicJwk(new ECKey.Builder(Curve.P_256, key).build(), null, null, null);
        } catch (IllegalStateException e) {
            throw malformed("not a point on P-256");
        }
    }

    /** The same key under another name. */
    public PublicJwk withKeyId(String keyId) {
        return new PublicJwk(this, keyId, use, algorithm);
    }

    /** The same key, marked as one to encrypt to ({@code use: enc}, {@code alg: ECDH-ES}). */
    public PublicJwk forEncryption() {
        return new PublicJwk(this, keyId, "enc", "ECDH-ES");
    }

    /** Its {@code kid}, or its thumbprint where it has none. */
    public String keyId() {
        return keyId == null ? thumbprint : keyId;
    }

    /** SHA-256 over the required members, base64url (RFC 7638). */
    public String thumbprint() {
        return thumbprint;
    }

    /** What the key may be used for ({@code use}), if it says so. */
    public Optional<String> use() {
        return Optional.ofNullable(use);
    }

    /** The algorithm that the key is for ({@code alg}), if it says so. */
    public Optional<String> algorithm() {
        return Optional.ofNullable(algorithm);
    }

    /** The key for the JCA. */
    public ECPublicKey toKey() {
        return key;
    }

    /** The JWK with {@code kid} always present. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", x)
                .put("y", y)
                .put("kid", keyId());
        use().ifPresent(value -> json.put("use", value));
        algorithm().ifPresent(value -> json.put("alg", value));
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicJwk that && thumbprint.equals(that.thumbprint);
    }

    @Override
    public int hashCode() {
        return thumbprint.hashCode();
    }

    /** The key's name. */
    @Override
    public String toString() {
        return "PublicJwk[" + keyId() + "]";
    }

    private static ECKey point(String x, String y) {
        try {
            return new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw malformed("not a point on P-256");
        }
    }

    private static String coordinate(ObjectNode jwk, String name) {
        String value = jwk.path(name).stringValue("");
        if (value.length() != COORDINATE_LENGTH) {
            throw malformed("a coordinate on P-256 has 32 bytes");
        }
        Base64Url.decode(value);
        return value;
    }

    private static Optional<String> text(ObjectNode jwk, String name) {
        JsonNode value = jwk.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()
                || value.stringValue().isEmpty()
                || value.stringValue().length() > MAX_TEXT) {
            throw malformed("the JWK member " + name + " is a short text");
        }
        return Optional.of(value.stringValue());
    }

    private static String thumbprint(String x, String y) {
        // RFC 7638 §3.2: the required members in lexicographic order, without whitespace.
        String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
        try {
            return Base64Url.encode(
                    MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
