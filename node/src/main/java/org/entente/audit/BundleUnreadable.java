package org.entente.audit;

/** A file is not a bundle, or not a whole one. */
public final class BundleUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;

    BundleUnreadable(long line, String message) {
        super(message);
        this.line = line;
    }

    /** The line that cannot be read, from 1. */
    public long line() {
        return line;
    }
}
