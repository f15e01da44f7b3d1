package org.entente.names.profile;

import java.util.List;
import java.util.Map;

/**
 * One way to write an orthography in plainer letters: a proposal, and for searching. Signs that it does not name keep their
 * own form.
 *
 * @param into the BCP 47 tag of what comes out, for instance {@code iu-Latn}; {@code und-Latn} when the source does not say
 * @param signs for each letter its forms, the usual one first; never an empty list
 */
public record Romanisation(String into, Map<String, List<String>> signs) {
    /** The most forms of one letter. */
    public static final int MAX_FORMS = 10;

    /** @throws IllegalArgumentException when a letter has no form or too many */
    public Romanisation {
        signs = Ordered.mapOfLists(signs);
        if (signs.values().stream().anyMatch(forms -> forms.isEmpty() || forms.size() > MAX_FORMS)) {
            throw new IllegalArgumentException("a letter is romanised in 1 to " + MAX_FORMS + " ways");
        }
    }
}
