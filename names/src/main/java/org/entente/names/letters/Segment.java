package org.entente.names.letters;

/**
 * A stretch of a name that is read as one.
 *
 * @param start where it begins, in UTF-16 units
 * @param written as it stands in the name
 */
public record Segment(int start, String written, Sign sign) {
    /** Where the next begins. */
    public int end() {
        return start + written.length();
    }
}
