package org.entente.node.verification;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;

/** A key in memory. */
public record TestKey(ECPrivateKey privateKey, PublicJwk publicKey, List<X509Certificate> certificates)
        implements Signer {
    public static TestKey create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new TestKey(
                    (ECPrivateKey) pair.getPrivate(), PublicJwk.of((ECPublicKey) pair.getPublic()), List.of());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public TestKey withCertificate(X509Certificate certificate) {
        return new TestKey(privateKey, publicKey, List.of(certificate));
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
