package org.entente.protocols.jose;

import com.nimbusds.jose.jwk.Curve;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;

/** The one signature algorithm of this package: ECDSA on P-256 with SHA-256 (RFC 7518 §3.4). */
final class Es256 {
    static final String NAME = "ES256";
    static final int SIGNATURE_BYTES = 64;
    private static final ECParameterSpec P256 = Curve.P_256.toECParameterSpec();

    private Es256() {}

    static boolean isOnP256(ECPublicKey key) {
        ECParameterSpec curve = key.getParams();
        return curve != null
                && P256.getCurve().equals(curve.getCurve())
                && P256.getGenerator().equals(curve.getGenerator())
                && P256.getOrder().equals(curve.getOrder())
                && P256.getCofactor() == curve.getCofactor();
    }

    static boolean verifies(ECPublicKey key, byte[] signingInput, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES || !isOnP256(key)) {
            return false;
        }
        try {
            // No provider is named, so that the fastest one that is installed does the work.
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(signingInput);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
