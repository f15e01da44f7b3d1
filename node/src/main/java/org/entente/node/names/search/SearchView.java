package org.entente.node.names.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.names.profile.Authority;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.entente.node.web.Addressed;
import org.entente.node.web.FormErrors;

/**
 * The search and what it found.
 *
 * @param sought what is looked for
 * @param orthography whose order the list has, and whose letters can be picked
 * @param letters to pick from; none for a writing without an alphabet
 * @param found what was found; empty before it was looked for
 */
public record SearchView(
        Sought sought,
        Profile orthography,
        List<Profile> orthographies,
        List<String> letters,
        Optional<FoundPage> found,
        FormErrors errors)
        implements Addressed {
    /** With its letters, and nothing of what is looked for. */
    @Override
    public String query() {
        return "?orthography=" + URLEncoder.encode(orthography.id(), StandardCharsets.UTF_8);
    }

    /** Of what is looked for; "" where nobody said. */
    public String lang() {
        return orthography.id().equals(OpenProfile.ID) ? "" : orthography.bcp47();
    }

    /** Where the letters come from, as their licence asks to say. */
    public Authority authority() {
        return orthography.authority();
    }

    SearchView found(FoundPage page) {
        return new SearchView(sought, orthography, orthographies, letters, Optional.of(page), errors);
    }

    SearchView wrong(FormErrors errors) {
        return new SearchView(sought, orthography, orthographies, letters, Optional.empty(), errors);
    }

    /** Never what is looked for. */
    @Override
    public String toString() {
        return "SearchView[" + found + "]";
    }
}
