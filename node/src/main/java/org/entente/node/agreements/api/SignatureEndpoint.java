package org.entente.node.agreements.api;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.agreements.conclude.SignEntente;
import org.entente.node.agreements.conclude.SignOutcome;
import org.entente.node.agreements.life.Strict;
import org.entente.node.kernel.Text;
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

/** Signs the text on the table for this government, once it is approved, named by its hash. Our own API. */
@RestController
class SignatureEndpoint {
    private final SignEntente signEntente;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    SignatureEndpoint(SignEntente signEntente, EntenteAnswers answers, InstantSource clock) {
        this.signEntente = signEntente;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = "/api/ententes/{name}/signature", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> sign(AccessToken token, @PathVariable String name, @RequestBody ObjectNode body) {
        token.require("agreements");
        Strict json = new Strict(body, "invalid_request");
        json.requireMembers("document");
        Instant now = clock.instant();
        return switch (signEntente.sign(name, json.hash("document"), Approver.of(token), now)) {
            case SignOutcome.Done() -> answers.entente(HttpStatus.OK, name, now);
            case SignOutcome.NotFound() -> throw new NotFound();
            case SignOutcome.Closed() -> answers.closed();
            case SignOutcome.OtherText() -> answers.otherText();
            case SignOutcome.NotAgreed() -> answers.notAgreed();
            case SignOutcome.NotApproved() ->
                answers.conflict("not_approved", "our own authority has not approved the entente");
            case SignOutcome.GoldenCasesBroken(List<Text> titles) -> answers.goldenCases(titles);
            case SignOutcome.SameOfficer() ->
                answers.conflict("same_officer", "another officer signs than the one who approved last");
            case SignOutcome.PartyAbsent ignored -> answers.absent();
            case SignOutcome.PartyDiffers(URI entity) -> answers.differs(entity);
        };
    }
}
