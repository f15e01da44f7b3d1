package org.entente.checks;

/** What the classes of these checks share; those of one lane run one after the other, beside those of the other lanes. */
public final class Lane {
    /** The nodes and the browser of the pages. */
    public static final String PAGES = "pages";

    /** The nodes that break, and what breaks them. */
    public static final String PROVINCES = "provinces";

    /** All else that starts nodes of its own, and pages that no node serves. */
    public static final String NODES = "nodes";

    private Lane() {}
}
