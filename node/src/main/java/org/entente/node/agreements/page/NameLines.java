package org.entente.node.agreements.page;

import java.util.List;

/** How a name is written in a drawing, where a line holds few letters. */
public final class NameLines {
    /** From one line to the next. */
    public static final int HEIGHT = 17;

    /** As many as stand beside each other without leaving the drawing, see {@link Drawing}. */
    static final int LONGEST = 15;

    /** A line and where it stands. */
    public record Line(String text, int y) {}

    private NameLines() {}

    /**
     * A name in one or two lines.
     *
     * @param nearest the line that is next to what has the name
     * @param above whether the name stands above it
     */
    static List<Line> lines(String whole, int nearest, boolean above) {
        int end = endOfFirst(whole);
        if (end == whole.length()) {
            return List.of(new Line(shortened(whole, LONGEST), nearest));
        }
        int first = above ? nearest - HEIGHT : nearest;
        return List.of(
                new Line(whole.substring(0, end).strip(), first),
                new Line(shortened(whole.substring(end).strip(), LONGEST), first + HEIGHT));
    }

    static String shortened(String whole, int longest) {
        return whole.length() <= longest
                ? whole
                : whole.substring(0, longest - 1).strip() + "…";
    }

    /** Behind the last blank or hyphen that a first line has room for; all, where it needs no second or has no such place. */
    private static int endOfFirst(String whole) {
        if (whole.length() <= LONGEST) {
            return whole.length();
        }
        int blank = whole.lastIndexOf(' ', LONGEST);
        int hyphen = whole.lastIndexOf('-', LONGEST - 1);
        int last = Math.max(blank, hyphen);
        return last < 1 ? whole.length() : last + 1;
    }
}
