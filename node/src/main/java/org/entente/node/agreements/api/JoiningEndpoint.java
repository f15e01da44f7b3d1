package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.course.JoinAct;
import org.entente.node.agreements.held.By;
import org.entente.node.signin.AccessToken;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Wants the suspension, or its end, that another party asks for. Our own API. */
@RestController
class JoiningEndpoint {
    private final JoinAct joinAct;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    JoiningEndpoint(JoinAct joinAct, EntenteAnswers answers, InstantSource clock) {
        this.joinAct = joinAct;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/api/ententes/{name}/asked/{act}")
    ResponseEntity<ObjectNode> join(AccessToken token, @PathVariable String name, @PathVariable String act) {
        token.require("agreements");
        Instant now = clock.instant();
        return answers.act(name, joinAct.join(name, act, By.one(Approver.of(token)), now), now);
    }
}
