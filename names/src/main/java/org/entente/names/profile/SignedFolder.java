package org.entente.names.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.names.json.Json;

/**
 * A folder of what communities have signed, one document in each file whose name ends in {@code .json}: profiles
 * ({@link SignedProfile}), and profiles taken back ({@link Revocation}).
 *
 * <pre>{@code
 * SignedFolder.Installed installed = SignedFolder.install(folder, signatories, Profiles.none());
 * installed.refused().forEach((file, reason) -> …);
 * }</pre>
 */
public final class SignedFolder {
    private SignedFolder() {}

    /**
     * What came of it.
     *
     * @param profiles those of before, and what was rightly signed and not taken back
     * @param refused for each other file the reason
     */
    public record Installed(Profiles profiles, Map<String, String> refused) {
        public Installed {
            refused = Map.copyOf(refused);
        }
    }

    /** Installs all of them, in the order of their files' names; of two versions that one key signed the later remains. */
    public static Installed install(Path folder, List<Signatory> signatories, Profiles before) throws IOException {
        Profiles profiles = before;
        Map<String, String> refused = new TreeMap<>();
        Map<String, Revocation> takenBack = new TreeMap<>();
        for (Path file : ProfileFolder.files(folder)) {
            String name = file.getFileName().toString();
            try {
                String json = ProfileFolder.text(file);
                if (Json.read(json) instanceof Map<?, ?> members && members.containsKey("revokes")) {
                    takenBack.put(name, Revocation.read(json));
                } else {
                    SignedProfile signed = SignedProfile.read(json);
                    profiles = profiles.withSigned(signed, signer(signed, signatories));
                }
            } catch (IOException | IllegalArgumentException e) {
                refused.put(name, String.valueOf(e.getMessage()));
            }
        }
        for (Map.Entry<String, Revocation> file : takenBack.entrySet()) {
            try {
                profiles = without(file.getValue(), signatories, profiles);
            } catch (IllegalArgumentException e) {
                refused.put(file.getKey(), String.valueOf(e.getMessage()));
            }
        }
        return new Installed(profiles, refused);
    }

    private static Profiles without(Revocation revocation, List<Signatory> signatories, Profiles profiles) {
        PublicKey key = keys(revocation.profileId(), signatories)
                .filter(revocation::isSignedBy)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key that may sign this signed it"));
        Optional<PublicKey> installed = profiles.signerOf(revocation.profileId());
        return installed.filter(key::equals).isPresent() ? profiles.without(revocation) : profiles;
    }

    private static PublicKey signer(SignedProfile signed, List<Signatory> signatories) {
        return keys(signed.profile().id(), signatories)
                .filter(signed::isSignedBy)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key that may sign this signed it"));
    }

    private static Stream<PublicKey> keys(String id, List<Signatory> signatories) {
        return signatories.stream().filter(signatory -> signatory.maySign(id)).map(Signatory::key);
    }
}
