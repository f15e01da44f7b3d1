package org.entente.node.agreements.api;

import java.time.InstantSource;
import org.entente.node.signin.AccessToken;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows one entente and where it stands. Our own API. */
@RestController
class EntenteEndpoint {
    private final EntenteAnswers answers;
    private final InstantSource clock;

    EntenteEndpoint(EntenteAnswers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/ententes/{name}")
    ResponseEntity<ObjectNode> show(AccessToken token, @PathVariable String name) {
        token.require("agreements.read");
        return answers.entente(HttpStatus.OK, name, clock.instant());
    }
}
