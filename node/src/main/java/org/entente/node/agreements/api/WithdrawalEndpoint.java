package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.signin.AccessToken;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Gives notice that this government withdraws from an entente. Our own API. */
@RestController
class WithdrawalEndpoint {
    private final PerformAct performAct;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    WithdrawalEndpoint(PerformAct performAct, EntenteAnswers answers, InstantSource clock) {
        this.performAct = performAct;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/api/ententes/{name}/withdrawal")
    ResponseEntity<ObjectNode> withdraw(AccessToken token, @PathVariable String name) {
        token.require("agreements");
        Instant now = clock.instant();
        return answers.act(name, performAct.perform(name, ActJson.withdraw(), now), now);
    }
}
