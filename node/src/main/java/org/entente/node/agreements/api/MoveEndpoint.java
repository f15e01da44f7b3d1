package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.conclude.MakeMove;
import org.entente.node.agreements.life.Strict;
import org.entente.node.signin.AccessToken;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Agrees to the text on the table, as the caller has read it, or ends the talks about it for all parties. Our own API. */
@RestController
class MoveEndpoint {
    private final MakeMove makeMove;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    MoveEndpoint(MakeMove makeMove, EntenteAnswers answers, InstantSource clock) {
        this.makeMove = makeMove;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = "/api/ententes/{name}/agreement", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> agree(AccessToken token, @PathVariable String name, @RequestBody ObjectNode body) {
        token.require("agreements");
        Instant now = clock.instant();
        return answers.move(name, makeMove.agree(name, document(body), Approver.of(token), now), now);
    }

    @PostMapping(path = "/api/ententes/{name}/rejection", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> reject(AccessToken token, @PathVariable String name, @RequestBody ObjectNode body) {
        token.require("agreements");
        Instant now = clock.instant();
        return answers.move(name, makeMove.reject(name, document(body), Approver.of(token), now), now);
    }

    private static String document(ObjectNode body) {
        Strict json = new Strict(body, "invalid_request");
        json.requireMembers("document");
        return json.hash("document");
    }
}
