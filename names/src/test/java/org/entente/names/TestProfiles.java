package org.entente.names;

import java.util.List;
import java.util.Map;
import org.entente.names.profile.Authority;
import org.entente.names.profile.Casing;
import org.entente.names.profile.LegacyRules;
import org.entente.names.profile.Profile;
import org.entente.names.profile.Pronunciation;
import org.entente.names.profile.Romanisation;
import org.entente.names.profile.Status;

/** Alphabets of no community, in the manner of some. */
public final class TestProfiles {
    /** In the manner of Salish orthographies. */
    public static final Profile SALISH = new Profile(
            "test:salish",
            "1",
            "of no community",
            "und",
            "Latn",
            Casing.UNSTATED,
            List.of("a", "k", "kw", "m", "q̓", "q̓ʷ", "w", "ʔ"),
            Map.of("a", List.of("á")),
            Map.of("q̕", "q̓", "qʼ", "q̓"),
            List.of("_"),
            List.of(new Romanisation("und-Latn", Map.of("q̓", List.of("q'", "k'"), "ʔ", List.of("'")))),
            LegacyRules.NONE,
            List.of("BC Sans"),
            Pronunciation.UNKNOWN,
            new Authority("", "made for a test", "Apache-2.0"),
            Status.DRAFT);

    private TestProfiles() {}

    /** The same with these confusables. */
    public static Profile with(Profile profile, Map<String, String> confusables) {
        return copy(profile, confusables, profile.legacyRules(), profile.status());
    }

    /** The same with these rules for legacy channels. */
    public static Profile with(Profile profile, LegacyRules rules) {
        return copy(profile, profile.confusables(), rules, profile.status());
    }

    /** The same, said to be approved. */
    public static Profile approved(Profile profile) {
        return copy(profile, profile.confusables(), profile.legacyRules(), Status.COMMUNITY_APPROVED);
    }

    private static Profile copy(Profile profile, Map<String, String> confusables, LegacyRules rules, Status status) {
        return new Profile(
                profile.id(),
                profile.version(),
                profile.name(),
                profile.bcp47(),
                profile.script(),
                profile.casing(),
                profile.alphabet(),
                profile.variants(),
                confusables,
                profile.ignored(),
                profile.romanisations(),
                rules,
                profile.fonts(),
                profile.pronunciation(),
                status == Status.DRAFT
                        ? profile.authority()
                        : new Authority("a language house", "made for a test", "Apache-2.0"),
                status);
    }
}
