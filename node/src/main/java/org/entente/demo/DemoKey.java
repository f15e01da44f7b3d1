package org.entente.demo;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;

/** A key that a program made for itself. */
record DemoKey(KeyPair pair) implements Signer {
    static DemoKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new DemoKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new DemoFailed("no key could be made", e);
        }
    }

    @Override
    public String keyId() {
        return publicKey().keyId();
    }

    @Override
    public PublicJwk publicKey() {
        return PublicJwk.of((ECPublicKey) pair.getPublic());
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
            throw new DemoFailed("signing failed", e);
        }
    }
}
