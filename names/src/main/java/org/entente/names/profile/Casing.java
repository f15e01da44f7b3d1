package org.entente.names.profile;

import java.util.Arrays;

/** What capitals are to an orthography. */
public enum Casing {
    /** Letters have a capital form, and both are the same letter. */
    BICAMERAL("bicameral"),
    /** There are no capitals; a sign that looks like one is another sign. */
    UNICAMERAL("unicameral"),
    /** Everything is written in capitals; a small letter, where there is one, is a letter of its own. */
    CAPITALS_ONLY("capitals-only"),
    /** The community published no capitals and did not say that there are none: they are neither proposed nor remarked upon. */
    UNSTATED("unstated");

    private final String code;

    Casing(String code) {
        this.code = code;
    }

    /** The word in the document. */
    public String code() {
        return code;
    }

    /** Whether a capital and a small letter may be the same letter. */
    public boolean folds() {
        return this == BICAMERAL || this == UNSTATED;
    }

    static Casing of(String code) {
        return Arrays.stream(values())
                .filter(casing -> casing.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a casing"));
    }
}
