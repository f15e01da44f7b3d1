package org.entente.protocols.jose;

import java.security.cert.X509Certificate;
import java.util.List;

/** Something that signs with ES256 and never shows its private key. */
public interface Signer {
    /** The name under which others know the key; goes into {@code kid}. */
    String keyId();

    /** The public half. */
    PublicJwk publicKey();

    /** The chain that vouches for the key: leaf first, without the trust anchor; may be empty. */
    List<X509Certificate> certificates();

    /**
     * Signs with ECDSA on P-256 and SHA-256 (RFC 7518 §3.4).
     *
     * @return r and s, 32 bytes each
     */
    byte[] sign(byte[] signingInput);
}
