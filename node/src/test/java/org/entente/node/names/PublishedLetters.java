package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.FpccFolder;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.Assumptions;

/**
 * Every letter of every orthography: our own drafts, and the alphabets that the First Peoples' Cultural Council publishes, from
 * the folder that {@code -Dentente.orthographies} names or that lies beside the checkout.
 */
public final class PublishedLetters {
    private static final int PUBLISHED = 74;
    private static final Path BESIDE = Path.of("shared", "data", "fpcc-orthographies");

    private PublishedLetters() {}

    /** Our drafts, and the published ones where their folder is at hand. */
    public static List<Profile> profiles() {
        List<Profile> profiles = new ArrayList<>(DraftProfiles.all());
        folder().ifPresent(folder -> {
            try {
                profiles.addAll(FpccFolder.load(folder).profiles());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return profiles;
    }

    /**
     * Skips a test that would show little without the published alphabets, and says so; fails where some of them are missing.
     */
    public static void requirePublished() {
        Assumptions.assumeTrue(
                folder().isPresent(),
                "skipped: the published alphabets are not beside this checkout; get them from the First Peoples' Cultural"
                        + " Council and say where with -Dentente.orthographies=FOLDER");
        assertThat(profiles().size() - DraftProfiles.all().size())
                .as("published alphabets")
                .isEqualTo(PUBLISHED);
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

    private static Optional<Path> folder() {
        String said = System.getProperty("entente.orthographies", "");
        if (!said.isEmpty()) {
            return Optional.of(Path.of(said));
        }
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()), Optional::isPresent, at -> at.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(BESIDE))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
