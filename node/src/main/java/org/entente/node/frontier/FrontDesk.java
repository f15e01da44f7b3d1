package org.entente.node.frontier;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.frontier.crossing.PublishedDocuments;
import org.entente.node.frontier.outbox.PostMessage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The front desk, in front of the room's features. */
@Component
final class FrontDesk implements Frontier {
    private final PostMessage postMessage;
    private final PublishedDocuments published;
    private final Crossings crossings;

    FrontDesk(PostMessage postMessage, PublishedDocuments published, Crossings crossings) {
        this.postMessage = postMessage;
        this.published = published;
        this.crossings = crossings;
    }

    @Override
    public void post(URI recipient, String type, ObjectNode body, Instant now) {
        postMessage.post(recipient, type, body, now);
    }

    @Override
    public void published(URI address, String mediaType, byte[] body, Instant now) {
        published.record(address, mediaType, body, now);
    }

    @Override
    public List<Crossing> crossings(int limit) {
        return crossings.latest(limit);
    }
}
