package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.signin.AccessToken;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists and shows the ententes that this node holds. Our own API. */
@RestController
class EntentesEndpoint {
    private final Holdings holdings;
    private final EntenteJson ententeJson;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    EntentesEndpoint(Holdings holdings, EntenteJson ententeJson, EntenteAnswers answers, InstantSource clock) {
        this.holdings = holdings;
        this.ententeJson = ententeJson;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/ententes")
    ObjectNode list(AccessToken token) {
        token.require("agreements");
        Instant now = clock.instant();
        ObjectNode json = Json.newObject();
        ArrayNode ententes = json.putArray("ententes");
        for (Held held : holdings.all()) {
            ententes.add(ententeJson.summary(held, now));
        }
        return json;
    }

    @GetMapping("/api/ententes/{name}")
    ResponseEntity<ObjectNode> show(AccessToken token, @PathVariable String name) {
        token.require("agreements");
        return answers.entente(HttpStatus.OK, name, clock.instant());
    }
}
