package org.entente.node.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.names.legacy.Repertoire;
import org.entente.names.profile.Authority;
import org.entente.names.profile.Casing;
import org.entente.names.profile.LegacyRules;
import org.entente.names.profile.Profile;
import org.entente.names.profile.ProfileFolder;
import org.entente.names.profile.Pronunciation;
import org.entente.names.profile.Status;

/** A folder with one orthography of no community, in the manner of Salish ones, as an operator would install it. */
public final class TestOrthographies {
    /** The id of the orthography. */
    public static final String ID = "test:salish";

    private static final Profile SALISH = new Profile(
            ID,
            "1",
            "of no community",
            "und-x-test",
            "Latn",
            Casing.UNSTATED,
            List.of("a", "k", "kw", "m", "q̓", "q̓ʷ", "w", "ʔ"),
            Map.of("a", List.of("á")),
            Map.of("q̕", "q̓"),
            List.of(),
            List.of(),
            new LegacyRules(Map.of("ʔ", "", "q̓", "Q"), Map.of("ʔ", "7", "q̓", "q'"), Map.of("ʔ", "7", "q̓", "q'")),
            List.of("BC Sans"),
            Pronunciation.UNKNOWN,
            new Authority("", "made for a test", "Apache-2.0"),
            Status.DRAFT);

    private TestOrthographies() {}

    /** The settings of a government that has it, and one system of its own. */
    public static Map<String, Object> settings() {
        return Map.of(
                "entente.names.profiles",
                folder().toString(),
                "entente.names.systems[0].id",
                "health-card",
                "entente.names.systems[0].name.fr",
                "Carte d’assurance maladie",
                "entente.names.systems[0].name.en",
                "Health card",
                "entente.names.systems[0].repertoire",
                Repertoire.ASCII.name(),
                "entente.names.systems[0].most",
                20);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("orthographies");
            ProfileFolder.write(folder, List.of(SALISH))
                    .forEach(file -> file.toFile().deleteOnExit());
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
