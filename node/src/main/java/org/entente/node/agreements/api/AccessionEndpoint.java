package org.entente.node.agreements.api;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.signin.AccessToken;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Asks to join an entente that others have concluded, once two want it, by the text that both have read. Our own API. */
@RestController
class AccessionEndpoint {
    private static final Set<String> MEMBERS = Set.of("entente", "document", "issuers", "approval");

    private final DecideByTwo decideByTwo;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    AccessionEndpoint(DecideByTwo decideByTwo, EntenteAnswers answers, InstantSource clock) {
        this.decideByTwo = decideByTwo;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = "/api/accessions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> request(AccessToken token, @RequestBody ObjectNode body) {
        token.require("agreements");
        Instant now = clock.instant();
        if (!MEMBERS.containsAll(body.propertyNames())) {
            throw new ProtocolError("invalid_request", "an accession has the members " + MEMBERS);
        }
        URI entente = new Claims(body, "invalid_request").uri("entente");
        ObjectNode statement = body.deepCopy();
        statement.remove("entente");
        statement.remove("document");
        String document = new Claims(body, "invalid_request").text("document");
        return answers.decided(
                decideByTwo.join(entente, statement, document, Approver.of(token), now),
                outcome -> answer(outcome, now));
    }

    private ResponseEntity<ObjectNode> answer(AccessionOutcome outcome, Instant now) {
        return switch (outcome) {
            case AccessionOutcome.Requested(Entente found) -> answers.entente(HttpStatus.ACCEPTED, found.name(), now);
            case AccessionOutcome.Unavailable() ->
                answers.unprocessable("entente_unavailable", "nothing is published at that address");
            case AccessionOutcome.NotGenuine() ->
                answers.unprocessable(
                        "entente_not_genuine", "what is published there is not the record of an entente in force");
            case AccessionOutcome.PartyDiffers(URI entity) -> answers.differs(entity);
            case AccessionOutcome.Refused(Rejection reason) -> answers.refused(reason);
            case AccessionOutcome.OtherText() ->
                answers.conflict("other_text", "another text is in force there by now; read it first");
            case AccessionOutcome.NameTaken() ->
                answers.conflict("name_taken", "an entente of that name is held here already");
            case AccessionOutcome.Full() -> answers.conflict("full", "as many ententes are held here as can be");
        };
    }
}
