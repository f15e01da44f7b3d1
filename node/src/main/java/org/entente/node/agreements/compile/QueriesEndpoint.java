package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Publishes the most that this government's organisations may ask under an entente, each with whose credentials serve. */
@RestController
class QueriesEndpoint {
    private final Holdings holdings;
    private final NodeIdentity node;
    private final Frontier frontier;
    private final InstantSource clock;

    QueriesEndpoint(Holdings holdings, NodeIdentity node, Frontier frontier, InstantSource clock) {
        this.holdings = holdings;
        this.frontier = frontier;
        this.node = node;
        this.clock = clock;
    }

    @GetMapping(path = "/ententes/{name}/queries", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> queries(@PathVariable("name") String name) {
        Instant now = clock.instant();
        return holdings.find(name)
                .filter(held -> held.chain().hasEntered())
                .map(held -> Json.bytes(body(held.forRulings(now), now)))
                .map(body -> {
                    URI address = URI.create(node.origin() + "/ententes/" + name + "/queries");
                    frontier.published(address, MediaType.APPLICATION_JSON_VALUE, body, now);
                    return ResponseEntity.ok()
                            .cacheControl(CacheControl.noCache())
                            .body(body);
                })
                .orElseThrow(NotFound::new);
    }

    private ObjectNode body(HeldEntente held, Instant now) {
        ObjectNode body = Json.newObject();
        for (Organisation organisation : node.organisations()) {
            ArrayNode queries = body.putArray(node.issuer(organisation).toString());
            CompileQueries.of(held, node.issuer(organisation), now).forEach(query -> queries.add(query.toJson()));
        }
        return body;
    }
}
