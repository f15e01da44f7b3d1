package org.entente.node.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The node's one secret; every purpose has a key of its own, derived from it (HKDF, RFC 5869). */
final class NodeSecret {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKey root;
    private final SecureRandom random;
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    NodeSecret(String hex, SecureRandom random) {
        this.root = new SecretKeySpec(HexFormat.of().parseHex(hex), "Generic");
        this.random = random;
    }

    /** HMAC-SHA-256 under the key of this purpose. */
    byte[] mac(String purpose, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key("mac " + purpose, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC could not be computed", e);
        }
    }

    /** AES-256-GCM under the key of this purpose: a random nonce, then the ciphertext with its tag. */
    byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, NONCE_BYTES, ciphertext.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Opens what {@link #seal} closed for the same purpose; a changed byte or another purpose is an error. */
    byte[] open(String purpose, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, purpose, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("not sealed by this node for this purpose", e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key("seal " + purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private SecretKey key(String purpose, String algorithm) {
        return derived.computeIfAbsent(purpose, name -> derive(name, algorithm));
    }

    private SecretKey derive(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.expandOnly(root, purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be derived", e);
        }
    }
}
