package org.entente.node.names.capture;

import java.util.List;
import java.util.Optional;
import org.entente.names.Name;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.OpenProfile;
import org.entente.node.names.Orthographies;

/**
 * In which letters a name is written: one of the installed orthographies with its language, or no particular one.
 *
 * @param language a BCP 47 tag
 */
public record Writing(Alphabet alphabet, String language) {
    /** Languages of which no alphabet is needed to write them on the keyboards that are sold here. */
    private static final List<String> COMMON = List.of("fr", "en");

    private static final String SEPARATOR = "/";

    /** What somebody chose; empty when it is none of the choices. */
    static Optional<Writing> of(String code, Orthographies known) {
        if (code.equals(OpenProfile.ID)) {
            return Optional.of(new Writing(known.alphabet(OpenProfile.ID), Name.UNDETERMINED));
        }
        String common = code.substring(code.indexOf('/') + 1);
        if (COMMON.contains(common) && code.equals(OpenProfile.ID + SEPARATOR + common)) {
            return Optional.of(new Writing(known.alphabet(OpenProfile.ID), common));
        }
        return known.has(code)
                ? Optional.of(known.alphabet(code))
                        .map(alphabet ->
                                new Writing(alphabet, alphabet.profile().bcp47()))
                : Optional.empty();
    }

    /** The choice that leads to it. */
    public static String code(String orthography, String language) {
        return orthography.equals(OpenProfile.ID) && COMMON.contains(language)
                ? OpenProfile.ID + SEPARATOR + language
                : orthography;
    }

    /** The id of the orthography. */
    public String orthography() {
        return alphabet.profile().id();
    }

    /** The language for the page's {@code lang}; "" where nobody said. */
    public String lang() {
        return language.equals(Name.UNDETERMINED) ? "" : language;
    }
}
