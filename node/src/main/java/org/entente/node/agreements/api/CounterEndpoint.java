package org.entente.node.agreements.api;

import java.time.InstantSource;
import org.entente.node.agreements.conclude.ReviseEntente;
import org.entente.node.agreements.life.Strict;
import org.entente.node.signin.AccessToken;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Counters the text on the table, or proposes the next version of the entente in force. Our own API. */
@RestController
class CounterEndpoint {
    private final ReviseEntente reviseEntente;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    CounterEndpoint(ReviseEntente reviseEntente, EntenteAnswers answers, InstantSource clock) {
        this.reviseEntente = reviseEntente;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = "/api/ententes/{name}/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> propose(AccessToken token, @PathVariable String name, @RequestBody ObjectNode body) {
        token.require("agreements");
        var json = new Strict(body, "invalid_request");
        json.requireMembers("predecessor", "draft");
        var now = clock.instant();
        return answers.move(
                name,
                reviseEntente.propose(
                        name, json.hash("predecessor"), json.object("draft").json(), Approver.of(token), now),
                now);
    }
}
