package org.entente.names.profile;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/**
 * A community takes a profile back: all versions of it, from now on, wherever it is installed.
 *
 * @param profileId the profile that is no longer to be used
 * @param reason for people to read; may be empty, since none is owed
 * @param jws a detached JWS over the canonical form of the two
 */
public record Revocation(String profileId, String reason, String jws) {
    private static final String TYPE = "orthography-profile-revocation+jws";

    /** Signs a revocation. */
    public static Revocation sign(String profileId, String reason, String keyId, Signing.Signer signer)
            throws GeneralSecurityException {
        return new Revocation(profileId, reason, Signing.sign(canonical(profileId, reason), TYPE, keyId, signer));
    }

    /**
     * Reads a document with the members {@code revokes}, {@code reason} and {@code signature}.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Revocation read(String json) {
        JsonMembers in = JsonMembers.of(Json.read(json)).requireOnly("revokes", "reason", "signature");
        return new Revocation(in.text("revokes"), in.text("reason"), in.text("signature"));
    }

    /** The document. */
    public String write() {
        return Json.canonical(Map.of("revokes", profileId, "reason", reason, "signature", jws));
    }

    /** Whether this key signed exactly this. */
    public boolean isSignedBy(PublicKey key) {
        return Signing.isValid(jws, canonical(profileId, reason), TYPE, key);
    }

    private static String canonical(String profileId, String reason) {
        return Json.canonical(Map.of("revokes", profileId, "reason", reason));
    }
}
