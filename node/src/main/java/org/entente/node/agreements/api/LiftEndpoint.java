package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Lifts a suspension. Our own API. */
@RestController
class LiftEndpoint {
    private final PerformAct performAct;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    LiftEndpoint(PerformAct performAct, EntenteAnswers answers, InstantSource clock) {
        this.performAct = performAct;
        this.answers = answers;
        this.clock = clock;
    }

    @DeleteMapping("/api/ententes/{name}/suspensions/{id}")
    ResponseEntity<ObjectNode> lift(AccessToken token, @PathVariable String name, @PathVariable String id) {
        token.require("agreements");
        if (!id.matches(SignedAct.NAME)) {
            throw new NotFound();
        }
        Instant now = clock.instant();
        return answers.act(name, performAct.perform(name, ActJson.lift(id), now), now);
    }
}
