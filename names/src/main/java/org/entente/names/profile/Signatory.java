package org.entente.names.profile;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * Who may sign which profiles: a community, by its key.
 *
 * <pre>{@code
 * Signatory community = new Signatory(Set.of("wsanec", "fpcc:sencoten"), Signatory.key(pem));
 * community.maySign("wsanec:sencoten"); // true
 * }</pre>
 *
 * @param profiles ids, or first words of ids: {@code wsanec} for {@code wsanec:sencoten} and its like
 * @param key the community's, obtained from the community
 */
public record Signatory(Set<String> profiles, PublicKey key) {
    private static final int P256 = 256;
    private static final int MAX_LENGTH = 2_000;

    /** @throws IllegalArgumentException when no profile is named */
    public Signatory {
        profiles = Set.copyOf(profiles);
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("it is said which profiles a key may sign");
        }
    }

    /** Whether the key may sign a profile of this id. */
    public boolean maySign(String id) {
        return profiles.contains(id) || profiles.contains(id.substring(0, Math.max(0, id.indexOf(':'))));
    }

    /**
     * Reads a public key of the curve P-256, as {@code openssl pkey -pubout} writes it.
     *
     * @param pem a PEM document (RFC 7468 §13), or what stands in one in base64
     * @throws IllegalArgumentException when it is not one
     */
    public static PublicKey key(String pem) {
        String text = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("[ \\t\\r\\n]+", "");
        try {
            if (text.length() <= MAX_LENGTH
                    && KeyFactory.getInstance("EC")
                                    .generatePublic(new X509EncodedKeySpec(
                                            Base64.getDecoder().decode(text)))
                            instanceof ECPublicKey key
                    && key.getParams().getCurve().getField().getFieldSize() == P256) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a public key of the curve P-256", e);
        }
        throw new IllegalArgumentException("not a public key of the curve P-256");
    }
}
