package org.entente.node.names.search;

import java.util.List;
import org.entente.names.profile.Authority;
import org.entente.names.profile.Profile;
import org.entente.node.web.FormErrors;

/**
 * The search and what it found.
 *
 * @param written what is looked for
 * @param orthography whose order the list has, and whose letters can be picked
 * @param letters to pick from; none for a writing without an alphabet
 * @param searched whether it was looked for
 * @param more whether there are more than are shown
 */
public record SearchView(
        String written,
        Profile orthography,
        List<Profile> orthographies,
        List<String> letters,
        boolean searched,
        List<Candidate> candidates,
        boolean more,
        FormErrors errors) {
    /** Of what is looked for; "" where nobody said. */
    public String lang() {
        return letters.isEmpty() ? "" : orthography.bcp47();
    }

    /** Where the letters come from, as their licence asks to say. */
    public Authority authority() {
        return orthography.authority();
    }

    SearchView found(List<Candidate> candidates, boolean more) {
        return new SearchView(written, orthography, orthographies, letters, true, candidates, more, errors);
    }

    SearchView wrong(FormErrors errors) {
        return new SearchView(written, orthography, orthographies, letters, false, List.of(), false, errors);
    }

    /** Never what is looked for. */
    @Override
    public String toString() {
        return "SearchView[" + candidates.size() + "]";
    }
}
