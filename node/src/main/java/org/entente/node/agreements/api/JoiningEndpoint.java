package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.decide.ActByTwo;
import org.entente.node.signin.AccessToken;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Wants the suspension, or its end, that another party asks for, once two of ours want it. Our own API. */
@RestController
class JoiningEndpoint {
    private final ActByTwo actByTwo;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    JoiningEndpoint(ActByTwo actByTwo, EntenteAnswers answers, InstantSource clock) {
        this.actByTwo = actByTwo;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/api/ententes/{name}/asked/{act}")
    ResponseEntity<ObjectNode> join(AccessToken token, @PathVariable String name, @PathVariable String act) {
        token.require("agreements");
        Instant now = clock.instant();
        return answers.decided(
                actByTwo.join(name, act, Approver.of(token), now), outcome -> answers.act(name, outcome, now));
    }
}
