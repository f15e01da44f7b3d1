package org.entente.node.agreements.record;

import java.net.URI;
import java.time.InstantSource;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Publishes an entente in force at its own address. Our own format: {@link PublicRecord}. */
@RestController
class RecordEndpoint {
    private final Holdings holdings;
    private final Frontier frontier;
    private final NodeIdentity node;
    private final InstantSource clock;

    RecordEndpoint(Holdings holdings, Frontier frontier, NodeIdentity node, InstantSource clock) {
        this.holdings = holdings;
        this.frontier = frontier;
        this.node = node;
        this.clock = clock;
    }

    @GetMapping(path = "/ententes/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> record(@PathVariable String name) {
        return holdings.find(name)
                .filter(held -> held.chain().hasEntered())
                .map(held -> published("/ententes/" + name, Json.bytes(PublicRecord.write(held))))
                .orElseThrow(NotFound::new);
    }

    /** A page of its transitions: a full one never changes again. */
    @GetMapping(path = "/ententes/{name}/transitions/{page}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> transitions(@PathVariable String name, @PathVariable String page) {
        if (!page.matches("[1-9][0-9]{0,3}")) {
            throw new NotFound();
        }
        return holdings.find(name)
                .flatMap(held -> PublicRecord.page(held, Integer.parseInt(page)))
                .map(body -> published("/ententes/" + name + "/transitions/" + page, Json.bytes(body)))
                .orElseThrow(NotFound::new);
    }

    private ResponseEntity<byte[]> published(String path, byte[] body) {
        frontier.published(URI.create(node.origin() + path), MediaType.APPLICATION_JSON_VALUE, body, clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
