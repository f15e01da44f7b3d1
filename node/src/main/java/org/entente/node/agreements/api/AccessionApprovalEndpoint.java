package org.entente.node.agreements.api;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.accede.ApproveAccession.Outcome;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Approves that a government joins an entente, once two want it. Our own API. */
@RestController
class AccessionApprovalEndpoint {
    private final DecideByTwo decideByTwo;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    AccessionApprovalEndpoint(DecideByTwo decideByTwo, EntenteAnswers answers, InstantSource clock) {
        this.decideByTwo = decideByTwo;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/api/ententes/{name}/accessions/{instrument}/approval")
    ResponseEntity<ObjectNode> approve(AccessToken token, @PathVariable String name, @PathVariable String instrument) {
        token.require("agreements");
        Instant now = clock.instant();
        return answers.decided(
                decideByTwo.admit(name, instrument, Approver.of(token), now), outcome -> answer(name, outcome, now));
    }

    private ResponseEntity<ObjectNode> answer(String name, Outcome approved, Instant now) {
        return switch (approved) {
            case Outcome.Performed(ActOutcome outcome) -> answers.act(name, outcome, now);
            case Outcome.NoSuchRequest() -> throw new NotFound();
            case Outcome.NewcomerDiffers(URI entity) -> answers.differs(entity);
        };
    }
}
