package org.entente.names.profile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/**
 * Signatures over documents: a detached JWS (RFC 7515 appendix F) with ES256 (RFC 7518 §3.4) over their canonical form
 * (RFC 8785). Only ES256 is taken, whatever a header says.
 */
public final class Signing {
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final int MAX_LENGTH = 2_000;

    private Signing() {}

    /** Makes the signature of ES256 (64 bytes) over some bytes: a key in memory, in a module, or elsewhere. */
    @FunctionalInterface
    public interface Signer {
        byte[] sign(byte[] bytes) throws GeneralSecurityException;
    }

    /** A signer with a key of the curve P-256. */
    public static Signer with(PrivateKey key) {
        return bytes -> {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        };
    }

    /** The detached signature of a canonical document. */
    static String sign(String canonical, String type, String keyId, Signer signer) throws GeneralSecurityException {
        String header = encode(Json.canonical(Map.of("alg", "ES256", "kid", keyId, "typ", type)));
        byte[] signature = signer.sign(signed(header, canonical));
        return header + ".." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** Whether the key made this signature over this document of this type. Malformed signatures are simply not valid. */
    static boolean isValid(String jws, String canonical, String type, PublicKey key) {
        String[] parts = jws.split("\\.", -1);
        try {
            if (parts.length != 3 || !parts[1].isEmpty() || !header(jws).equals(Optional.of(type))) {
                return false;
            }
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed(parts[0], canonical));
            return signature.verify(decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The name of the key in a signature's header; empty when the header cannot be read. It proves nothing by itself. */
    static Optional<String> keyId(String jws) {
        try {
            return JsonMembers.of(Json.read(headerText(jws))).optionalText("kid");
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The type in the header, where the header asks for nothing that is not understood here. */
    private static Optional<String> header(String jws) {
        JsonMembers header = JsonMembers.of(Json.read(headerText(jws))).requireOnly("alg", "kid", "typ");
        return header.text("alg").equals("ES256") ? header.optionalText("typ") : Optional.empty();
    }

    private static String headerText(String jws) {
        if (jws.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a signature is at most " + MAX_LENGTH + " characters long");
        }
        return new String(decode(jws.substring(0, Math.max(0, jws.indexOf('.')))), StandardCharsets.UTF_8);
    }

    private static byte[] signed(String header, String canonical) {
        return (header + "." + encode(canonical)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Only the one spelling of the bytes: what is signed is not respelt. */
    private static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not base64url");
        }
        return bytes;
    }
}
