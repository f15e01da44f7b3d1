package org.entente.names.profile;

import java.util.List;

/**
 * The profile of names whose orthography is not known: no alphabet, no confusable, nothing to propose. Every sign of the Latin
 * and syllabic scripts, and the Greek letters that west coast orthographies took over, counts as a letter.
 */
public final class OpenProfile {
    /** Its id. */
    public static final String ID = "entente:open";

    private static final Profile OPEN = Profile.draft(ID, "1", "und", "Zyyy", Casing.UNSTATED, List.of());

    private OpenProfile() {}

    /** The one open profile. */
    public static Profile get() {
        return OPEN;
    }
}
