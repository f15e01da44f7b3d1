package org.entente.checks.bench;

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

/** A key of a simulated holder, made ahead. */
public record BenchKey(KeyPair pair, PublicJwk publicKey) implements Signer {
    /** A new key on P-256. */
    public static BenchKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new BenchKey(pair, PublicJwk.of((ECPublicKey) pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new BenchFailed("no key could be made", e);
        }
    }

    /** The private half. */
    public ECPrivateKey privateKey() {
        return (ECPrivateKey) pair.getPrivate();
    }

    @Override
    public String keyId() {
        return publicKey.keyId();
    }

    @Override
    public List<X509Certificate> certificates() {
        return List.of();
    }

    @Override
    public byte[] sign(byte[] signingInput) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(signingInput);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new BenchFailed("signing failed", e);
        }
    }
}
