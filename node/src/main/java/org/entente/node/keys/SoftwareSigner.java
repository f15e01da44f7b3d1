package org.entente.node.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;

/** Signs with a private key held in this process' memory; its text form shows the public key only. */
record SoftwareSigner(PublicJwk publicKey, List<X509Certificate> certificates, PrivateKey privateKey)
        implements Signer {
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
            throw new IllegalStateException("signing failed", e);
        }
    }

    @Override
    public String toString() {
        return "Signer[" + keyId() + "]";
    }
}
