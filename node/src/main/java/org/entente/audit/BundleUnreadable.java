package org.entente.audit;

import java.util.Locale;

/** A file is not a bundle, or not a whole one. */
public final class BundleUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Why {
        /** There is nothing in it. */
        EMPTY,
        /** The line with the end is missing. */
        CUT_OFF,
        /** Something follows the end. */
        AFTER_THE_END,
        /** The end counts other lines than there are. */
        MISCOUNTED,
        /** A line is longer than any of a bundle. */
        TOO_LONG,
        /** Not text in UTF-8. */
        NOT_TEXT,
        /** A bundle of another form, or something else. */
        OTHER_FORM,
        /** The line is none of a bundle. */
        MALFORMED;

        /** The name in the catalogue of texts. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final long line;
    private final Why why;

    BundleUnreadable(long line, Why why) {
        super("line " + line + ": " + why.code());
        this.line = line;
        this.why = why;
    }

    /** What is wrong with it. */
    public Why why() {
        return why;
    }

    /** The line that cannot be read, from 1. */
    public long line() {
        return line;
    }
}
