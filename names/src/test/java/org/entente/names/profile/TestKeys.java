package org.entente.names.profile;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Keys of communities, and of others. */
final class TestKeys {
    private TestKeys() {}

    /** One of the curve with which profiles are signed. */
    static KeyPair create() {
        return onCurve("secp256r1");
    }

    static KeyPair onCurve(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(name));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
