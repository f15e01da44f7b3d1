package org.entente.node.frontier;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Copies of the public documents of others, fetched on a fixed schedule for all, whether used or not, so that nobody
 * learns from a fetch that something was used.
 */
public interface Mirror {
    /** The longest document that is copied, in bytes. */
    int MAX_BYTES = 1024 * 1024;

    /** The copy of a document that a {@link MirrorSource} wants; empty until it was fetched. Never asks the network. */
    Optional<MirroredDocument> document(URI address);

    /** Which content the copy has, for whoever keeps what it made of a content; empty as {@link #document}. */
    Optional<MirroredVersion> version(URI address);

    /**
     * Fetches a document now and keeps the copy. Only when a person or a partner asks to be introduced to somebody, or when a
     * party to an entente has shown that we lack a part of its record; never while something is presented, and never in a
     * transaction, since it waits for the network.
     */
    FetchOutcome fetch(URI address, Instant now);

    /**
     * Journals that a document does not hold which came as it should: one leaf for each publisher, reason and day. Joins the
     * caller's transaction.
     *
     * @param reason a code; nothing of what the document says
     */
    void refuse(URI address, String reason, Instant now);
}
