package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.signin.AccessToken;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the ententes that this node holds, by name, page by page. Our own API. */
@RestController
class EntentesEndpoint {
    private final Holdings holdings;
    private final EntenteJson ententeJson;
    private final InstantSource clock;

    EntentesEndpoint(Holdings holdings, EntenteJson ententeJson, InstantSource clock) {
        this.holdings = holdings;
        this.ententeJson = ententeJson;
        this.clock = clock;
    }

    @GetMapping("/api/ententes")
    ResponseEntity<ObjectNode> list(
            AccessToken token,
            @RequestParam(defaultValue = ListLimit.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        token.require("agreements.read");
        Instant now = clock.instant();
        var all = holdings.all();
        ObjectNode json = Json.newObject().put("total", all.size());
        ArrayNode ententes = json.putArray("ententes");
        all.stream()
                .filter(held -> held.entente().name().compareTo(after) > 0)
                .sorted(Comparator.comparing((Held held) -> held.entente().name()))
                .limit(ListLimit.require(limit))
                .forEach(held -> ententes.add(ententeJson.summary(held, now)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
    }
}
