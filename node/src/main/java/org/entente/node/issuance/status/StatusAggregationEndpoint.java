package org.entente.node.issuance.status;

import java.util.List;
import org.entente.node.issuance.IssuanceSettings;
import org.entente.node.issuance.Issuers;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
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
    private final NodeIdentity node;
    private final CacheControl caching;

    StatusAggregationEndpoint(Issuers issuers, StatusLists lists, NodeIdentity node, IssuanceSettings settings) {
        this.issuers = issuers;
        this.lists = lists;
        this.node = node;
        this.caching = CacheControl.maxAge(settings.statusTimeToLive()).cachePublic();
    }

    @GetMapping("/o/{organisation}/status")
    ResponseEntity<ObjectNode> read(@PathVariable String organisation) {
        Organisation issuer = issuers.require(organisation);
        List<Integer> numbers = lists.numbers(issuer.id());
        ObjectNode body = Json.newObject();
        ArrayNode addresses = body.putArray("status_lists");
        numbers.forEach(
                list -> addresses.add(Statuses.address(node, issuer, list).toString()));
        return ResponseEntity.ok().cacheControl(caching).body(body);
    }
}
