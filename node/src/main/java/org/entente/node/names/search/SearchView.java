package org.entente.node.names.search;

import java.util.List;
import org.entente.names.profile.Profile;
import org.entente.node.web.FormErrors;

/**
 * The search and what it found.
 *
 * @param written what is looked for
 * @param searched whether it was looked for
 * @param more whether there are more than are shown
 */
public record SearchView(
        String written,
        String orthography,
        List<Profile> orthographies,
        boolean searched,
        List<Candidate> candidates,
        boolean more,
        FormErrors errors) {
    /** Never what is looked for. */
    @Override
    public String toString() {
        return "SearchView[" + candidates.size() + "]";
    }
}
