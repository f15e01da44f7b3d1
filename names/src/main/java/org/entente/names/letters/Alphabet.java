package org.entente.names.letters;

import org.entente.names.NameText;
import org.entente.names.profile.Profile;

/**
 * An orthography made ready for reading names. Immutable; may be used by many threads, and is worth keeping.
 *
 * <pre>{@code
 * Alphabet alphabet = Alphabet.of(profile);
 * alphabet.read(NameText.of("a·k̓")).isWithinAlphabet(); // true for Ktunaxa, where · is a letter
 * }</pre>
 */
public final class Alphabet {
    private final Profile profile;
    private final SignTable table;

    private Alphabet(Profile profile) {
        this.profile = profile;
        this.table = SignTable.of(profile);
    }

    /** The alphabet of a profile; a profile without letters is open to every writing system of the country. */
    public static Alphabet of(Profile profile) {
        return new Alphabet(profile);
    }

    public Profile profile() {
        return profile;
    }

    /**
     * Reads a name: the reading with the fewest signs outside the alphabet, and among those the one with the longest letters
     * first. A confusable is read as one wherever no longer letter stands.
     */
    public Spelling read(NameText name) {
        return new Spelling(name, new Reading(table, name.value()).segments());
    }
}
