package org.entente.protocols.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An encrypted message in compact form (RFC 7516 §7.1): ECDH-ES in direct agreement on P-256 (RFC 7518 §4.6) with
 * AES-GCM. Compression is refused, so that a short message cannot become a long one.
 */
public final class CompactJwe {
    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 512 * 1024;

    private static final String ALGORITHM = "ECDH-ES";
    private static final Map<String, EncryptionMethod> METHODS =
            Map.of("A128GCM", EncryptionMethod.A128GCM, "A256GCM", EncryptionMethod.A256GCM);
    private static final Set<String> HEADER_MEMBERS = Set.of("alg", "enc", "epk", "kid", "apu", "apv", "typ", "cty");

    private CompactJwe() {}

    /**
     * Encrypts to a key; the header names it by {@code kid}.
     *
     * @param enc {@code A128GCM} or {@code A256GCM}
     * @throws ProtocolError {@code invalid_request} when another {@code enc} is asked for
     */
    public static String encrypt(PublicJwk to, String enc, byte[] plaintext) {
        EncryptionMethod method = METHODS.get(enc);
        if (method == null) {
            throw malformed("the content encryption is A128GCM or A256GCM");
        }
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, method)
                .keyID(to.keyId())
                .build();
        JWEObject message = new JWEObject(header, new Payload(plaintext));
        try {
            message.encrypt(new ECDHEncrypter(to.toKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a P-256 key can be encrypted to", e);
        }
        return message.serialize();
    }

    /**
     * Decrypts a message.
     *
     * @throws ProtocolError {@code invalid_request} when it is malformed, uses another algorithm, or was not made for this
     *     key; the answer does not tell which
     */
    public static byte[] decrypt(String compact, ECPrivateKey key) {
        header(compact);
        try {
            JWEObject message = JWEObject.parse(compact);
            message.decrypt(new ECDHDecrypter(key));
            return message.getPayload().toBytes();
        } catch (JOSEException | ParseException | IllegalArgumentException | IllegalStateException e) {
            throw malformed("the message cannot be decrypted");
        }
    }

    /**
     * The name of the key that a message was encrypted to.
     *
     * @throws ProtocolError {@code invalid_request} when it is malformed or names none
     */
    public static String keyId(String compact) {
        JsonNode keyId = header(compact).path("kid");
        if (!keyId.isString() || keyId.stringValue().isEmpty()) {
            throw malformed("the message names no key");
        }
        return keyId.stringValue();
    }

    private static ObjectNode header(String compact) {
        if (compact.length() > MAX_LENGTH) {
            throw malformed("a JWE has at most " + MAX_LENGTH + " characters");
        }
        String[] parts = compact.split("\\.", -1);
        // In direct agreement the second part, the encrypted key, is empty (RFC 7518 §4.6).
        if (parts.length != 5 || !parts[1].isEmpty()) {
            throw malformed("a compact JWE in direct agreement has four parts and an empty one");
        }
        for (String part : parts) {
            Base64Url.decode(part);
        }
        ObjectNode header = Json.object(Base64Url.decode(parts[0]));
        if (!HEADER_MEMBERS.containsAll(header.propertyNames())) {
            throw malformed("a header member of the JWE is not understood");
        }
        if (!ALGORITHM.equals(header.path("alg").stringValue(""))
                || !METHODS.containsKey(header.path("enc").stringValue(""))) {
            throw malformed("a JWE is encrypted with ECDH-ES and AES-GCM");
        }
        PublicJwk.parse(header.path("epk"));
        return header;
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
