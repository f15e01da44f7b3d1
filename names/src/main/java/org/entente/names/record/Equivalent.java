package org.entente.names.record;

import org.entente.names.NameText;

/**
 * The same name in another form, because its bearer says so; nothing concludes it.
 *
 * @param language a BCP 47 tag with script, for instance {@code iu-Cans}
 */
public record Equivalent(NameText full, String language, Relation relation) {
    /** How the two belong together. */
    public enum Relation {
        /** Written in another script. */
        SAME_NAME_OTHER_SCRIPT("same-name-other-script"),
        /** Written in another orthography or an older spelling. */
        SAME_NAME_OTHER_SPELLING("same-name-other-spelling"),
        /** Of the same meaning in another language. */
        TRANSLATION("translation");

        private final String code;

        Relation(String code) {
            this.code = code;
        }

        /** The word in data formats. */
        public String code() {
            return code;
        }
    }
}
