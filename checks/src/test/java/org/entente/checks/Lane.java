package org.entente.checks;

/** What the classes of these checks share; those of one lane run one after the other, beside those of the other lanes. */
public final class Lane {
    /** The nodes and the browser of the pages. */
    public static final String PAGES = "pages";

    /** All that starts nodes of its own, and pages that no node serves. */
    public static final String NODES = "nodes";

    private Lane() {}
}
