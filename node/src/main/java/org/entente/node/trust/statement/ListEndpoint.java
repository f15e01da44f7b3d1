package org.entente.node.trust.statement;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.trust.FederationPaths;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;

/** Lists the immediate subordinates, all or those that a reader asks for. OpenID Federation 1.0 §8.2. */
@RestController
class ListEndpoint {
    private final ListSubordinates listSubordinates;
    private final Frontier frontier;
    private final URI address;
    private final InstantSource clock;

    ListEndpoint(ListSubordinates listSubordinates, Frontier frontier, NodeIdentity node, InstantSource clock) {
        this.listSubordinates = listSubordinates;
        this.frontier = frontier;
        this.address = URI.create(node.origin() + FederationPaths.LIST);
        this.clock = clock;
    }

    @GetMapping(FederationPaths.LIST)
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> parameters) {
        SubordinateFilter filter = SubordinateFilter.parse(parameters);
        Instant now = clock.instant();
        byte[] body = body(listSubordinates.list(filter, now));
        if (filter.isOpen()) {
            // What a filter leaves is chosen by its reader; the whole of it is what was published.
            frontier.published(address, MediaType.APPLICATION_JSON_VALUE, body, now);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }

    private static byte[] body(List<URI> entities) {
        ArrayNode list = Json.newArray();
        entities.forEach(entity -> list.add(entity.toString()));
        return Json.bytes(list);
    }
}
