package org.entente.node.frontier;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that crossed the frontier. Says what and how much, never the content.
 *
 * @param at when it crossed, to the millisecond
 * @param peer the other node; for a document that we publish, ourselves, since anyone may read it
 * @param kind whether it is a message or a public document
 * @param type the type of the message; of a document, its media type
 * @param address of a document, where it is published; of a message, where it was delivered
 * @param bytes its size
 * @param sha256 the SHA-256 of exactly the bytes that crossed, base64url
 */
public record Crossing(
        Instant at, Direction direction, URI peer, Kind kind, String type, URI address, int bytes, String sha256) {
    public Crossing {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Which way it went. */
    public enum Direction {
        IN,
        OUT
    }

    /** What it is. */
    public enum Kind {
        MESSAGE,
        DOCUMENT
    }
}
