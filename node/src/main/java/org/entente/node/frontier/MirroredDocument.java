package org.entente.node.frontier;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A copy of what another publishes.
 *
 * @param contentType the media type without parameters, in lower case; empty when none was given
 * @param body the bytes as they came
 * @param fetchedAt when the publisher last confirmed that this is what it publishes
 */
public record MirroredDocument(URI address, String contentType, byte[] body, Instant fetchedAt) {
    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
