package org.entente.names;

import java.util.Locale;

/** What became of a name that somebody wrote. */
public sealed interface NameReading {
    /** It can be kept as it was written. */
    record Accepted(NameText text) implements NameReading {}

    /**
     * It cannot be kept; the limit is the system's, and no judgement on the name.
     *
     * @param reason what stands in the way
     * @param codePoint the first that does, or {@link #NONE} where it is none in particular
     */
    record Refused(Reason reason, int codePoint) implements NameReading {
        /** No code point in particular. */
        public static final int NONE = -1;

        /** The code point as charts write it, for instance {@code U+202E}; empty where there is none. */
        public String notation() {
            return notation(codePoint);
        }

        static String notation(int codePoint) {
            return codePoint == NONE ? "" : String.format(Locale.ROOT, "U+%04X", codePoint);
        }
    }

    /** The only reasons for which a name is refused. */
    enum Reason {
        /** Nothing is written that can be seen. */
        EMPTY,
        /** More than {@link NameText#MAX_GRAPHEMES} signs, or {@link NameText#MAX_CODE_POINTS} code points. */
        TOO_LONG,
        /** A control character, a line or a paragraph separator. */
        CONTROL,
        /** A sign that turns the direction of the text around and could disguise what follows. */
        DIRECTION_CONTROL,
        /** A code point that means something else in every font. */
        PRIVATE_USE,
        /** A code point that Unicode has not assigned; the version is ICU4J's. */
        UNASSIGNED,
        /** Half of a character, or U+FFFD in its place: the text was damaged before it arrived. */
        BROKEN
    }
}
