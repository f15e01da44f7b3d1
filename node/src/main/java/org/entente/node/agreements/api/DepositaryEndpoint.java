package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Entrusts a party with ordering in the depositary's place, which takes more than half of all. Our own API. */
@RestController
class DepositaryEndpoint {
    private final Holdings holdings;
    private final PerformAct performAct;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    DepositaryEndpoint(Holdings holdings, PerformAct performAct, EntenteAnswers answers, InstantSource clock) {
        this.holdings = holdings;
        this.performAct = performAct;
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
        String head = holdings.find(name).orElseThrow(NotFound::new).chain().head();
        return answers.act(name, performAct.perform(name, ActJson.entrust(party, head), now), now);
    }
}
