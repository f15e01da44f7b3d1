package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.decide.ActByTwo;
import org.entente.node.agreements.document.Party;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Entrusts a party with ordering in the depositary's place, which takes more than half of all, and two of ours. Our own API. */
@RestController
class DepositaryEndpoint {
    private final ActByTwo actByTwo;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    DepositaryEndpoint(ActByTwo actByTwo, EntenteAnswers answers, InstantSource clock) {
        this.actByTwo = actByTwo;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/api/ententes/{name}/depositary/{party}")
    ResponseEntity<ObjectNode> entrust(AccessToken token, @PathVariable String name, @PathVariable String party) {
        token.require("agreements");
        if (!party.matches(Party.KEY)) {
            throw new NotFound();
        }
        Instant now = clock.instant();
        return answers.decided(
                actByTwo.entrust(name, party, Approver.of(token), now), outcome -> answers.act(name, outcome, now));
    }
}
