package org.entente.node.keys;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.entente.protocols.jose.PublicJwk;

/** One of the node's own keys with the certificate that names what it is for. */
record StoredKey(ECPrivateKey privateKey, X509Certificate certificate) {
    PublicJwk publicKey() {
        return PublicJwk.of((ECPublicKey) certificate.getPublicKey());
    }

    /** A signer that shows the certificate, for a leaf. */
    SoftwareSigner withCertificate() {
        return new SoftwareSigner(publicKey(), List.of(certificate), privateKey);
    }

    /** A signer that is known by its key alone. */
    SoftwareSigner bare() {
        return new SoftwareSigner(publicKey(), List.of(), privateKey);
    }

    @Override
    public String toString() {
        return "StoredKey[" + publicKey().keyId() + "]";
    }
}
