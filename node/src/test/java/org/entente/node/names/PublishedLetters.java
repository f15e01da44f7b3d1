package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.entente.names.PublishedAlphabets;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.Profile;

/** Every letter of every orthography: our own drafts, and the alphabets that are published. */
public final class PublishedLetters {
    private static final int PUBLISHED = 74;

    private PublishedLetters() {}

    /** Our drafts, and the published ones where their folder is at hand. */
    public static List<Profile> profiles() {
        return Stream.concat(DraftProfiles.all().stream(), PublishedAlphabets.whereAtHand().stream())
                .toList();
    }

    /**
     * Skips a test that would show little without the published alphabets, and says so; fails where some of them are missing.
     */
    public static void requirePublished() {
        assertThat(PublishedAlphabets.all()).as("published alphabets").hasSize(PUBLISHED);
    }

    /** Each letter and each of its other forms, once. */
    public static List<String> letters() {
        return profiles().stream()
                .flatMap(profile -> letters(profile).stream())
                .distinct()
                .toList();
    }

    /** Each letter of one, and each of its other forms. */
    public static List<String> letters(Profile profile) {
        return Stream.concat(
                        profile.alphabet().stream(),
                        profile.variants().values().stream().flatMap(List::stream))
                .distinct()
                .toList();
    }
}
