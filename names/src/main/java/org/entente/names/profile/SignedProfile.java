package org.entente.names.profile;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/**
 * A profile and its community's signature, as they are published and installed.
 *
 * <pre>{@code
 * SignedProfile published = SignedProfile.sign(profile, "language-house-2026", Signing.with(privateKey));
 * Files.writeString(file, published.write());
 * SignedProfile.read(Files.readString(file)).isSignedBy(publicKey);
 * }</pre>
 *
 * @param jws a detached JWS over the canonical form of the profile
 */
public record SignedProfile(Profile profile, String jws) {
    private static final String TYPE = "orthography-profile+jws";

    /** Signs a profile. */
    public static SignedProfile sign(Profile profile, String keyId, Signing.Signer signer)
            throws GeneralSecurityException {
        return new SignedProfile(profile, Signing.sign(ProfileJson.write(profile), TYPE, keyId, signer));
    }

    /**
     * Reads a document with the members {@code profile} and {@code signature}.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static SignedProfile read(String json) {
        JsonMembers in = JsonMembers.of(Json.read(json)).requireOnly("profile", "signature");
        Object profile = in.optional("profile").orElseThrow(() -> new IllegalArgumentException("missing: profile"));
        return new SignedProfile(ProfileJson.read(profile), in.text("signature"));
    }

    /** The document. */
    public String write() {
        return Json.canonical(Map.of("profile", ProfileJson.value(profile), "signature", jws));
    }

    /** Whether this key signed exactly this profile. */
    public boolean isSignedBy(PublicKey key) {
        return Signing.isValid(jws, ProfileJson.write(profile), TYPE, key);
    }

    /** Which key is said to have signed; proves nothing. */
    public Optional<String> keyId() {
        return Signing.keyId(jws);
    }
}
