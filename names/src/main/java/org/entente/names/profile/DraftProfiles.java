package org.entente.names.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Profiles that we wrote ourselves from CLDR and from public descriptions. Every one is a draft that no community has reviewed:
 * a place to begin from, and nothing to rely upon.
 */
public final class DraftProfiles {
    private static final List<String> NAMES =
            List.of("iu-cans", "iu-latn", "crk-cans", "crk-latn", "moh", "mic", "dgr");
    private static final List<Profile> ALL =
            NAMES.stream().map(DraftProfiles::read).toList();

    private DraftProfiles() {}

    /** All of them. */
    public static List<Profile> all() {
        return ALL;
    }

    private static Profile read(String name) {
        try (InputStream json = DraftProfiles.class.getResourceAsStream("drafts/" + name + ".json")) {
            if (json == null) {
                throw new IllegalStateException("the draft " + name + " is not in the library");
            }
            return ProfileJson.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
