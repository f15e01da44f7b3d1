package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Journals by its hash what everyone may read of an entente at this node from now on. In the caller's transaction. */
@Component
public class PublishRecord {
    private final Frontier frontier;
    private final NodeIdentity node;

    PublishRecord(Frontier frontier, NodeIdentity node) {
        this.frontier = frontier;
        this.node = node;
    }

    /** Publishes the record and the page that grew. */
    public void publish(Held held, Instant now) {
        URI record = URI.create(node.origin() + "/ententes/" + held.entente().name());
        publish(record, PublicRecord.write(held), now);
        int page = PublicRecord.pageOf(held.chain().number());
        PublicRecord.page(held, page).ifPresent(body -> publish(PublicRecord.pageAt(record, page), body, now));
    }

    private void publish(URI address, ObjectNode body, Instant now) {
        frontier.published(address, "application/json", Json.bytes(body), now);
    }
}
