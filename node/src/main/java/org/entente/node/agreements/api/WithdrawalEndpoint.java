package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.signin.AccessToken;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Gives notice that this government withdraws from an entente, once two ask for it. Our own API. */
@RestController
class WithdrawalEndpoint {
    private final DecideByTwo decideByTwo;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    WithdrawalEndpoint(DecideByTwo decideByTwo, EntenteAnswers answers, InstantSource clock) {
        this.decideByTwo = decideByTwo;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/api/ententes/{name}/withdrawal")
    ResponseEntity<ObjectNode> withdraw(AccessToken token, @PathVariable String name) {
        token.require("agreements");
        Instant now = clock.instant();
        return answers.decided(
                decideByTwo.withdraw(name, Approver.of(token), now), outcome -> answers.act(name, outcome, now));
    }
}
