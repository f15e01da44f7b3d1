package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.agreements.conclude.ProposeEntente;
import org.entente.node.agreements.conclude.ProposeOutcome;
import org.entente.node.agreements.document.Entente;
import org.entente.node.kernel.Text;
import org.entente.node.signin.AccessToken;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Proposes an entente from a draft. Our own API. */
@RestController
class ProposalEndpoint {
    private final ProposeEntente proposeEntente;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    ProposalEndpoint(ProposeEntente proposeEntente, EntenteAnswers answers, InstantSource clock) {
        this.proposeEntente = proposeEntente;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = "/api/ententes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> propose(AccessToken token, @RequestBody ObjectNode draft) {
        token.require("agreements");
        Instant now = clock.instant();
        return switch (proposeEntente.propose(draft, Approver.of(token), now)) {
            case ProposeOutcome.Proposed(Entente entente) -> answers.entente(HttpStatus.CREATED, entente.name(), now);
            case ProposeOutcome.NameTaken() ->
                answers.conflict("name_taken", "an entente of that name is held here; choose another");
            case ProposeOutcome.NotAParty() -> answers.notAParty();
            case ProposeOutcome.PartyAbsent ignored -> answers.absent();
            case ProposeOutcome.GoldenCasesBroken(List<Text> titles) -> answers.goldenCases(titles);
            case ProposeOutcome.Full() -> answers.conflict("full", "as many ententes are held here as can be");
        };
    }
}
