package org.entente.audit;

/** A file is not a bundle, or not a whole one. */
public final class BundleUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String what;

    BundleUnreadable(long line, String what) {
        super(what);
        this.line = line;
        this.what = what;
    }

    /** What is wrong with it, in English. */
    public String what() {
        return what;
    }

    /** The line that cannot be read, from 1. */
    public long line() {
        return line;
    }
}
