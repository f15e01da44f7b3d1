package org.entente.node.frontier.crossing;

import java.util.Optional;
import java.util.UUID;
import org.entente.node.frontier.Frontier;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists what crossed the frontier, for everyone: it holds sizes and hashes only. Our own API. */
@RestController
class CrossingsEndpoint {
    private final Crossings crossings;

    CrossingsEndpoint(Crossings crossings) {
        this.crossings = crossings;
    }

    @GetMapping("/api/frontier/crossings")
    ResponseEntity<ObjectNode> list(
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "before") Optional<UUID> before) {
        if (limit < 1 || limit > Frontier.MAX_LISTED) {
            throw new ProtocolError("invalid_request", "limit is between 1 and " + Frontier.MAX_LISTED);
        }
        ObjectNode answer = Json.newObject();
        ArrayNode list = answer.putArray("crossings");
        crossings
                .latestRecorded(before, limit)
                .forEach(one -> list.add(Crossings.record(one.crossing())
                        .put("leaf", one.leaf().id().value().toString())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }
}
