package org.entente.node.agreements.api;

import java.time.InstantSource;
import org.entente.node.agreements.conclude.ApproveEntente;
import org.entente.node.agreements.conclude.ApproveEntente.Approving;
import org.entente.node.agreements.conclude.ApproveOutcome;
import org.entente.node.agreements.life.Strict;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Takes one step of this government's own approval of the text on the table. Our own API. */
@RestController
class ApprovalEndpoint {
    private static final int MAX_STEPS = 10;

    private final ApproveEntente approveEntente;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    ApprovalEndpoint(ApproveEntente approveEntente, EntenteAnswers answers, InstantSource clock) {
        this.approveEntente = approveEntente;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = "/api/ententes/{name}/approvals", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> approve(AccessToken token, @PathVariable String name, @RequestBody ObjectNode body) {
        token.require("agreements");
        var json = new Strict(body, "invalid_request");
        json.requireMembers("document", "step");
        var now = clock.instant();
        var approving = new Approving(json.hash("document"), json.number("step", MAX_STEPS), Approver.of(token));
        return switch (approveEntente.approve(name, approving, now)) {
            case ApproveOutcome.Done() -> answers.entente(HttpStatus.OK, name, now);
            case ApproveOutcome.NotFound() -> throw new NotFound();
            case ApproveOutcome.Closed() -> answers.closed();
            case ApproveOutcome.OtherText() -> answers.otherText();
            case ApproveOutcome.NotAgreed() -> answers.notAgreed();
            case ApproveOutcome.TooEarly() -> answers.conflict("too_early", "the step before has not been taken");
            case ApproveOutcome.SameOfficer() ->
                answers.conflict("same_officer", "the step is for somebody who has taken none of those before");
        };
    }
}
