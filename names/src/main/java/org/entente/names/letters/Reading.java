package org.entente.names.letters;

import com.ibm.icu.util.CharsTrie;
import java.util.ArrayList;
import java.util.List;

/** One text on its way through a table of signs: for every place, from the last to the first, the best segment there. */
final class Reading {
    private final SignTable table;
    private final String text;
    private final int firstShown;
    private final int lastShown;
    private final int[] ends;
    private final int[] values;
    private final int[] costs;

    Reading(SignTable table, String text) {
        this.table = table;
        this.text = text;
        this.firstShown = firstShown(text);
        this.lastShown = lastShown(text);
        this.ends = new int[text.length()];
        this.values = new int[text.length()];
        this.costs = new int[text.length() + 1];
    }

    List<Segment> segments() {
        CharsTrie letters = new CharsTrie(table.trie(), 0);
        for (int start = text.length() - 1; start >= 0; start--) {
            if (!Character.isLowSurrogate(text.charAt(start))) {
                readUnlisted(start);
                readListed(start, letters.reset());
            }
        }
        List<Segment> segments = new ArrayList<>(text.length());
        for (int start = 0; start < text.length(); start = ends[start]) {
            String written = text.substring(start, ends[start]);
            segments.add(new Segment(start, written, table.sign(values[start], written)));
        }
        return segments;
    }

    /** Where no sign of the table begins: one sign as readers count it. */
    private void readUnlisted(int start) {
        int codePoint = text.codePointAt(start);
        boolean invisible = Signs.isInvisible(codePoint) || isOuterSpace(start, codePoint);
        int end = invisible ? start + Character.charCount(codePoint) : Signs.end(text, start);
        int value = invisible ? SignTable.INVISIBLE : table.unlisted(codePoint);
        choose(start, end, value, costs[end] + (value == SignTable.FOREIGN ? 1 : 0));
    }

    private void readListed(int start, CharsTrie letters) {
        if (values[start] == SignTable.INVISIBLE) {
            return;
        }
        for (int at = start; at < text.length(); at++) {
            var found = letters.next(text.charAt(at));
            if (found.hasValue() && costs[at + 1] <= costs[start] && mayEnd(at + 1, letters.getValue())) {
                choose(start, at + 1, letters.getValue(), costs[at + 1]);
            }
            if (!found.hasNext()) {
                return;
            }
        }
    }

    private void choose(int start, int end, int value, int cost) {
        ends[start] = end;
        values[start] = value;
        costs[start] = cost;
    }

    /** A letter does not end where a mark still hangs on it: that is another letter, or none. */
    private boolean mayEnd(int end, int value) {
        return end == text.length() || table.isSeparator(value) || !Signs.isAttached(text.codePointAt(end));
    }

    private boolean isOuterSpace(int start, int codePoint) {
        return (start < firstShown || start > lastShown) && Signs.isSpace(codePoint);
    }

    private static int firstShown(String text) {
        int at = 0;
        while (at < text.length() && Signs.isUnseen(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int lastShown(String text) {
        int end = text.length();
        while (end > 0 && Signs.isUnseen(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return end - 1;
    }
}
