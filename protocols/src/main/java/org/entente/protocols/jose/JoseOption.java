package org.entente.protocols.jose;

/** What a header tells of the signing key. */
public enum JoseOption {
    /** Its name, {@code kid}. */
    KEY_ID,
    /** The public key itself, {@code jwk}: for proofs of possession, where the key is what is proven. */
    KEY,
    /** Its certificates, {@code x5c}: leaf first, without the trust anchor. */
    CERTIFICATES
}
