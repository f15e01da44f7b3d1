package org.entente.names.inventory;

import java.util.List;

/**
 * A font, keyboard, data set or other thing that helps a system to carry names.
 *
 * @param languages BCP 47 tags or families, as the steward says; {@code mul} for many
 * @param orthographies for which of them, where that is said; empty where nobody said
 * @param licence an SPDX identifier, or what is unclear about it
 * @param relation how it relates to the communities
 * @param versionChecked what was looked at; empty when it was not
 * @param tested what we found, in French and English; empty where we tested nothing
 * @param untested why we tested nothing; empty where we did. One of the two is said of every tool
 * @param gaps what is missing or unclear, likewise
 */
public record Tool(
        String name,
        Kind kind,
        List<String> languages,
        List<String> orthographies,
        String licence,
        String steward,
        Relation relation,
        String address,
        String versionChecked,
        Text tested,
        Text untested,
        Text gaps) {
    /** @throws IllegalArgumentException when it says neither what was tested nor why nothing was, or both */
    public Tool {
        languages = List.copyOf(languages);
        orthographies = List.copyOf(orthographies);
        if (tested.en().isBlank() == untested.en().isBlank()) {
            throw new IllegalArgumentException("either what was tested of " + name + ", or why nothing was");
        }
    }

    /** A text in both languages. */
    public record Text(String fr, String en) {
        /** @throws IllegalArgumentException when one language says something and the other nothing */
        public Text {
            if (fr.isEmpty() != en.isEmpty()) {
                throw new IllegalArgumentException("a text is in both languages");
            }
        }
    }

    /** What it is. */
    public enum Kind {
        FONT,
        KEYBOARD,
        TRANSLITERATOR,
        G2P,
        TTS,
        DICTIONARY,
        DATASET,
        STANDARD,
        GUIDANCE
    }

    /** Who made it, seen from the communities. */
    public enum Relation {
        /** By communities, or by a body that is theirs. */
        BY,
        /** With them. */
        WITH,
        /** About their languages. */
        ABOUT
    }
}
