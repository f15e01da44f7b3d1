package org.entente.protocols.jose;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed JSON object in compact form (RFC 7515 §7.1, RFC 7519). Reading one proves nothing: ask
 * {@link #isSignedBy(PublicJwk)} with a key that is trusted for another reason than that the message carries it.
 *
 * <pre>{@code
 * String jwt = CompactJws.sign(signer, "entity-statement+jwt", claims);
 * boolean genuine = CompactJws.parse(jwt).isSignedBy(signer.publicKey());
 * }</pre>
 */
public final class CompactJws {
    /** The longest text that is read unless the caller says otherwise, in characters. */
    public static final int MAX_LENGTH = 64 * 1024;

    /** The longest certificate chain that is read. */
    public static final int MAX_CERTIFICATES = 5;

    private final String text;
    private final ObjectNode header;
    private final ObjectNode claims;
    private final byte[] signature;

    private CompactJws(String text, ObjectNode header, ObjectNode claims, byte[] signature) {
        this.text = text;
        this.header = header;
        this.claims = claims;
        this.signature = signature;
    }

    /**
     * Reads at most {@link #MAX_LENGTH} characters.
     *
     * @throws ProtocolError {@code invalid_request} when it has not three parts, another algorithm than ES256, a critical
     *     extension, or a payload that is not a JSON object
     */
    public static CompactJws parse(String text) {
        return parse(text, MAX_LENGTH);
    }

    /** As {@link #parse(String)} with a limit of the caller's, in characters. */
    public static CompactJws parse(String text, int maxLength) {
        if (text.length() > maxLength) {
            throw malformed("a JWS has at most " + maxLength + " characters");
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            throw malformed("a compact JWS has three parts");
        }
        ObjectNode header = JoseHeader.parse(text.substring(0, first));
        ObjectNode claims = Json.object(Base64Url.decode(text.substring(first + 1, second)));
        byte[] signature = Base64Url.decode(text.substring(second + 1));
        if (signature.length != Es256.SIGNATURE_BYTES) {
            throw malformed("an ES256 signature has 64 bytes");
        }
        return new CompactJws(text, header, claims, signature);
    }

    /** Signs claims under a header with {@code typ} and what the options tell of the key; {@code kid} by default. */
    public static String sign(Signer signer, String type, ObjectNode claims, JoseOption... options) {
        return sign(signer, JoseHeader.of(signer, type, options), claims);
    }

    /** Signs claims under a header with these members; {@code alg} is set here. */
    public static String sign(Signer signer, ObjectNode headerMembers, ObjectNode claims) {
        String signingInput = JoseHeader.encode(headerMembers) + "." + Base64Url.encode(Json.bytes(claims));
        return signingInput + "." + Base64Url.encode(signer.sign(signingInput.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A copy of the protected header. */
    public ObjectNode header() {
        return header.deepCopy();
    }

    /** A copy of the payload. */
    public ObjectNode claims() {
        return claims.deepCopy();
    }

    /**
     * Goes on only where nothing stands beside the payload.
     *
     * @throws ProtocolError {@code invalid_request} when the header has more than {@code alg}, {@code typ} and a {@code kid}
     *     that has the form of a thumbprint (RFC 7638)
     */
    public void requirePlainHeader() {
        JoseHeader.requirePlain(header);
    }

    /** The header's {@code typ}; empty when it has none. */
    public String type() {
        return header.path("typ").stringValue("");
    }

    /** The header's {@code kid}. */
    public Optional<String> keyId() {
        JsonNode keyId = header.path("kid");
        return keyId.isString() ? Optional.of(keyId.stringValue()) : Optional.empty();
    }

    /** Whether this key made the signature. */
    public boolean isSignedBy(PublicJwk key) {
        return isSignedBy(key.toKey());
    }

    /** Whether this key made the signature, and the header names no key or this one, by its thumbprint. */
    public boolean isSignedAs(PublicJwk key) {
        return keyId().orElse(key.thumbprint()).equals(key.thumbprint()) && isSignedBy(key);
    }

    /** Whether this key made the signature; never so for a key on another curve than P-256. */
    public boolean isSignedBy(ECPublicKey key) {
        byte[] signingInput = text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        return Es256.verifies(key, signingInput, signature);
    }

    /**
     * The header's {@code x5c}, leaf first; empty when it has none.
     *
     * @throws ProtocolError {@code invalid_request} when it is not a short list of certificates
     */
    public List<X509Certificate> certificates() {
        JsonNode chain = header.path("x5c");
        if (chain.isMissingNode()) {
            return List.of();
        }
        if (!chain.isArray() || chain.isEmpty() || chain.size() > MAX_CERTIFICATES) {
            throw malformed("x5c is an array of 1 to " + MAX_CERTIFICATES + " certificates");
        }
        return chain.valueStream()
                .map(certificate -> Certificates.parse(certificate.stringValue("")))
                .toList();
    }

    /** The compact form. */
    @Override
    public String toString() {
        return text;
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
