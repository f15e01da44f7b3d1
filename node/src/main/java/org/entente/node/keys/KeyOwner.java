package org.entente.node.keys;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;

/** Both halves of a key, for the moment in which a certificate is made. */
record KeyOwner(PublicKey publicKey, PrivateKey privateKey) {
    static KeyOwner of(KeyPair pair) {
        return new KeyOwner(pair.getPublic(), pair.getPrivate());
    }

    @Override
    public String toString() {
        return "KeyOwner[]";
    }
}
