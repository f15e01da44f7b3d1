package org.entente.node.names.paper;

import java.util.List;

/**
 * What a reader takes for one sign: a letter with its marks, set.
 *
 * @param glyphs in the order of the text
 * @param width in thousandths of the size
 * @param space whether a line may end after it
 */
record Cluster(List<Glyph> glyphs, double width, boolean space) {
    /**
     * A glyph in its place.
     *
     * @param x from the cluster's start, in thousandths of the size
     */
    record Glyph(EmbeddedTypeface face, int code, double x, double y) {}

    Cluster {
        glyphs = List.copyOf(glyphs);
    }
}
