package org.entente.node.names.file;

import java.time.Instant;

/**
 * A file of names as it was left by one change.
 *
 * @param number from 1; 0 while there is no file
 */
public record Version(int number, Change change, PersonFile file, Instant at) {
    /** No file yet. */
    public static final Version NONE = new Version(0, Change.NONE, PersonFile.EMPTY, Instant.EPOCH);
}
