package org.entente.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.names.profile.FpccFolder;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.Assumptions;

/**
 * The alphabets that the First Peoples' Cultural Council publishes. They do not belong to this repository: tests that need them
 * look for the folder that {@code -Dentente.orthographies} names, or for {@code shared/data/fpcc-orthographies} beside the
 * checkout, and are skipped with a clear word where there is none; with {@code CI=true} they fail.
 */
public final class PublishedAlphabets {
    private static final String PROPERTY = "entente.orthographies";
    private static final Path BESIDE = Path.of("shared", "data", "fpcc-orthographies");
    private static final List<Profile> LOADED = load();

    private static final String ABSENT = "the published alphabets are not beside this checkout; get them from the First"
            + " Peoples' Cultural Council and say where with -D" + PROPERTY + "=FOLDER";

    private PublishedAlphabets() {}

    /** All of them; skips the test where they are absent. */
    public static List<Profile> all() {
        assertThat(LOADED.isEmpty() && "true".equals(System.getenv("CI")))
                .as(ABSENT)
                .isFalse();
        Assumptions.assumeFalse(LOADED.isEmpty(), "skipped: " + ABSENT);
        return LOADED;
    }

    /** All of them, or none where they are absent: for a test that shows something without them, too. */
    public static List<Profile> whereAtHand() {
        return LOADED;
    }

    /** One of them. */
    public static Profile named(String slug) {
        return all().stream()
                .filter(profile -> profile.id().equals("fpcc:" + slug))
                .findFirst()
                .orElseThrow();
    }

    /** Where they are; skips the test where they are absent. */
    public static Path folder() {
        all();
        return find().orElseThrow();
    }

    private static List<Profile> load() {
        return find().map(folder -> {
                    try {
                        FpccFolder.Loaded loaded = FpccFolder.load(folder);
                        assertThat(loaded.unreadable()).isEmpty();
                        return loaded.profiles();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(List.of());
    }

    private static Optional<Path> find() {
        String said = System.getProperty(PROPERTY, "");
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
