package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.decide.ActByTwo;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Suspends a party, an issuer or a credential type, and lifts a suspension: of our own part at once, of another's once two want
 * it. Our own API.
 */
@RestController
class SuspensionEndpoint {
    private final ActByTwo actByTwo;
    private final EntenteAnswers answers;
    private final NodeIdentity node;
    private final InstantSource clock;

    SuspensionEndpoint(ActByTwo actByTwo, EntenteAnswers answers, NodeIdentity node, InstantSource clock) {
        this.actByTwo = actByTwo;
        this.answers = answers;
        this.node = node;
        this.clock = clock;
    }

    @PostMapping(path = "/api/ententes/{name}/suspensions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> suspend(AccessToken token, @PathVariable String name, @RequestBody ObjectNode body) {
        token.require("agreements");
        Instant now = clock.instant();
        ActJson.Written act = SuspensionRequest.parse(body, node.jurisdiction().code());
        return answers.decided(
                actByTwo.suspend(name, act, Approver.of(token), now), outcome -> answers.act(name, outcome, now));
    }

    @DeleteMapping("/api/ententes/{name}/suspensions/{id}")
    ResponseEntity<ObjectNode> lift(AccessToken token, @PathVariable String name, @PathVariable String id) {
        token.require("agreements");
        if (!id.matches(SignedAct.NAME)) {
            throw new NotFound();
        }
        Instant now = clock.instant();
        return answers.decided(
                actByTwo.lift(name, id, Approver.of(token), now), outcome -> answers.act(name, outcome, now));
    }
}
