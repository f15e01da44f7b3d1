package org.entente.node.agreements.api;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.signin.AccessToken;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Meets another government: from then on its messages are believed, so that two may conclude an entente with no council.
 * The officers compare the keys' thumbprints by another way. Our own API.
 */
@RestController
class PartnerEndpoint {
    private final MeetParties meetParties;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    PartnerEndpoint(MeetParties meetParties, EntenteAnswers answers, InstantSource clock) {
        this.meetParties = meetParties;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = "/api/partners", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> meet(AccessToken token, @RequestBody ObjectNode body) {
        token.require("agreements");
        if (body.size() != 1) {
            throw new ProtocolError("invalid_request", "the body has the member entity and no other");
        }
        URI entity = new Claims(body, "invalid_request").uri("entity");
        return switch (meetParties.meet(List.of(entity), clock.instant())) {
            case Meeting.Met(var facts) ->
                ResponseEntity.ok(write(entity, facts.values().iterator().next()));
            case Meeting.Absent ignored -> answers.absent();
            case Meeting.Differs(URI differing) -> answers.differs(differing);
        };
    }

    private static ObjectNode write(URI entity, PartyFacts facts) {
        return PartnerJson.write(entity, facts.jurisdiction(), facts.keys());
    }
}
