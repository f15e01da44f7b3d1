package org.entente.node.issuance.status;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.frontier.Frontier;
import org.entente.node.issuance.IssuanceSettings;
import org.entente.node.issuance.Issuers;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Names all status lists of an issuer, so that a reader mirrors them all. Token Status List §9. */
@RestController
class StatusAggregationEndpoint {
    private final Issuers issuers;
    private final StatusLists lists;
    private final Frontier frontier;
    private final NodeIdentity node;
    private final InstantSource clock;
    private final CacheControl caching;

    StatusAggregationEndpoint(
            Issuers issuers,
            StatusLists lists,
            Frontier frontier,
            NodeIdentity node,
            InstantSource clock,
            IssuanceSettings settings) {
        this.issuers = issuers;
        this.lists = lists;
        this.frontier = frontier;
        this.node = node;
        this.clock = clock;
        this.caching = CacheControl.maxAge(settings.statusTimeToLive()).cachePublic();
    }

    @GetMapping("/o/{organisation}/status")
    ResponseEntity<byte[]> read(@PathVariable String organisation) {
        Organisation issuer = issuers.require(organisation);
        List<Integer> numbers = lists.numbers(issuer.id());
        ObjectNode body = Json.newObject();
        ArrayNode addresses = body.putArray("status_lists");
        numbers.forEach(
                list -> addresses.add(Statuses.address(node, issuer, list).toString()));
        byte[] bytes = Json.bytes(body);
        frontier.published(
                URI.create(node.issuer(issuer) + "/status"), MediaType.APPLICATION_JSON_VALUE, bytes, clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(caching)
                .body(bytes);
    }
}
