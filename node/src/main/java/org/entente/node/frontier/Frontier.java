package org.entente.node.frontier;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The front desk: sends messages to other governments and lists what crossed.
 *
 * <pre>{@code
 * frontier.post(URI.create("https://gaspe.example"), "entente-signature", body, now);
 * }</pre>
 */
public interface Frontier {
    /** The most crossings that are listed at once. */
    int MAX_LISTED = 500;

    /**
     * Puts a message into the outbox, in the caller's transaction. It is delivered soon after that commits, in the order of
     * posting for each recipient, and again until the recipient answers or the message expires.
     *
     * @param recipient the other node's entity identifier
     * @param type a type of the closed list: the name of a schema in {@code frontier/messages/}
     * @param body what the schema of the type allows
     * @throws IllegalArgumentException when the recipient is no node's identifier, the type is not in the list, or the
     *     body is not what its schema allows: an error of ours, never of the recipient
     */
    void post(URI recipient, String type, ObjectNode body, Instant now);

    /**
     * Records that a public document of ours is now these bytes, the same for every reader: in the caller's transaction,
     * or in one of its own where a document is about to be read. Recorded once for each content, however often it is called.
     *
     * @param address where the document is published; one of a number that no reader chooses
     */
    void published(URI address, String mediaType, byte[] body, Instant now);

    /**
     * Writes the bundle with which an auditor verifies, with nothing else, what crossed: {@code docs/operate/audit.md} has
     * its form.
     *
     * @param configuration this node's own entity configuration, signed
     * @param since the first day to be audited; empty for everything
     * @return false when there is no signed state of the journal yet
     * @throws IOException when it cannot be written
     */
    boolean writeBundle(String configuration, Optional<LocalDate> since, OutputStream out, Instant now)
            throws IOException;

    /** What crossed, latest first; at most {@link #MAX_LISTED}. */
    List<Crossing> crossings(int limit);
}
