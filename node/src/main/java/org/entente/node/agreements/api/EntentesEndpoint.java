package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.signin.AccessToken;
import org.entente.protocols.json.Json;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the ententes that this node holds. Our own API. */
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
    ObjectNode list(AccessToken token) {
        token.require("agreements.read");
        Instant now = clock.instant();
        ObjectNode json = Json.newObject();
        ArrayNode ententes = json.putArray("ententes");
        for (Held held : holdings.all()) {
            ententes.add(ententeJson.summary(held, now));
        }
        return json;
    }
}
