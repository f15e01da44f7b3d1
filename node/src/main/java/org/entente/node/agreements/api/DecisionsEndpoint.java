package org.entente.node.agreements.api;

import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.decide.Decision;
import org.entente.node.agreements.decide.Decisions;
import org.entente.node.agreements.decide.FirstWord;
import org.entente.node.agreements.decide.Joining;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one officer or system has asked for and waits for another, and taking it back. Our own API. */
@RestController
class DecisionsEndpoint {
    private final Decisions decisions;
    private final DecideByTwo decideByTwo;
    private final InstantSource clock;

    DecisionsEndpoint(Decisions decisions, DecideByTwo decideByTwo, InstantSource clock) {
        this.decisions = decisions;
        this.decideByTwo = decideByTwo;
        this.clock = clock;
    }

    @GetMapping("/api/decisions")
    ObjectNode waiting(AccessToken token) {
        token.require("agreements");
        ObjectNode json = Json.newObject();
        ArrayNode waiting = json.putArray("waiting");
        decisions.waiting(clock.instant()).forEach(word -> waiting.add(write(word, Approver.of(token))));
        return json;
    }

    @DeleteMapping("/api/decisions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(AccessToken token, @PathVariable UUID id) {
        token.require("agreements");
        if (!decideByTwo.takeBack(id, Approver.of(token), clock.instant())) {
            throw new NotFound();
        }
    }

    private static ObjectNode write(FirstWord word, String reader) {
        ObjectNode json = Json.newObject()
                .put("id", word.id().toString())
                .put("kind", word.decision().kind().name().toLowerCase(Locale.ROOT))
                .put("subject", word.decision().subject())
                .put("content", word.decision().content())
                .put("asked_at", word.at().toString())
                .put("ours", word.officer().equals(reader));
        if (word.decision().kind() == Decision.Kind.JOIN) {
            Joining joining = Joining.of(word.decision());
            json.put("document", joining.document()).put("version", joining.version());
        }
        return json;
    }
}
