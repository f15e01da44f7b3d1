package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.drafting.Drafts;
import org.entente.node.agreements.drafting.KeptDraft;
import org.entente.node.agreements.drafting.PutOnTable;
import org.entente.node.agreements.life.Strict;
import org.entente.node.signin.AccessToken;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Puts the edition of a draft that was read on the table; the draft has then served. Our own API. */
@RestController
class DraftProposalEndpoint {
    private final Drafts drafts;
    private final PutOnTable putOnTable;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    DraftProposalEndpoint(Drafts drafts, PutOnTable putOnTable, EntenteAnswers answers, InstantSource clock) {
        this.drafts = drafts;
        this.putOnTable = putOnTable;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = "/api/drafts/{id}/proposal", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> propose(AccessToken token, @PathVariable String id, @RequestBody ObjectNode body) {
        token.require("agreements");
        Strict json = new Strict(body, "invalid_request");
        json.requireMembers("edition");
        int edition = json.number("edition", Integer.MAX_VALUE);
        KeptDraft kept = drafts.named(id);
        Instant now = clock.instant();
        return kept.edition() == edition
                ? answers.table(putOnTable.put(kept, Approver.of(token), now), now)
                : answers.draftChanged();
    }
}
