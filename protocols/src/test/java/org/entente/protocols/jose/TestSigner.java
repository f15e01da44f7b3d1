package org.entente.protocols.jose;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

/** A signer with a key in memory. */
public record TestSigner(ECPrivateKey privateKey, PublicJwk publicKey, List<X509Certificate> certificates)
        implements Signer {
    /** A signer with a new key and no certificate. */
    public static TestSigner create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new TestSigner(
                    (ECPrivateKey) pair.getPrivate(), PublicJwk.of((ECPublicKey) pair.getPublic()), List.of());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The same key, vouched for by these. */
    public TestSigner withCertificates(X509Certificate... leafFirst) {
        return new TestSigner(privateKey, publicKey, List.of(leafFirst));
    }

    /** The same key under another name. */
    public TestSigner withKeyId(String keyId) {
        return new TestSigner(privateKey, publicKey.withKeyId(keyId), certificates);
    }

    @Override
    public String keyId() {
        return publicKey.keyId();
    }

    @Override
    public byte[] sign(byte[] signingInput) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(signingInput);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
