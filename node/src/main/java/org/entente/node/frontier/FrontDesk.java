package org.entente.node.frontier;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.node.frontier.bundle.WriteBundle;
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

    private final WriteBundle bundle;

    FrontDesk(PostMessage postMessage, PublishedDocuments published, Crossings crossings, WriteBundle bundle) {
        this.postMessage = postMessage;
        this.published = published;
        this.crossings = crossings;
        this.bundle = bundle;
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
    public boolean writeBundle(String configuration, Optional<LocalDate> since, OutputStream out, Instant now)
            throws IOException {
        return bundle.write(configuration, since, out, now);
    }

    @Override
    public List<Crossing> crossings(int limit) {
        return crossings.latest(limit);
    }
}
