package org.entente.node.agreements.api;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.entente.node.agreements.drafting.BeginDraft;
import org.entente.node.agreements.drafting.BeginDraft.Outcome;
import org.entente.node.agreements.drafting.Drafts;
import org.entente.node.agreements.drafting.KeptDraft;
import org.entente.node.agreements.drafting.NewDraft;
import org.entente.node.agreements.drafting.Template;
import org.entente.node.agreements.life.Strict;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the drafts of this government and begins one. Our own API. */
@RestController
class DraftsEndpoint {
    private final Drafts drafts;
    private final BeginDraft beginDraft;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    DraftsEndpoint(Drafts drafts, BeginDraft beginDraft, EntenteAnswers answers, InstantSource clock) {
        this.drafts = drafts;
        this.beginDraft = beginDraft;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/drafts")
    ResponseEntity<ObjectNode> all(AccessToken token) {
        token.require("agreements");
        ObjectNode json = Json.newObject();
        ArrayNode listed = json.putArray("drafts");
        drafts.all().forEach(draft -> listed.add(DraftJson.summary(draft)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
    }

    /** From a template, or from a text of an entente that it is to answer or replace. */
    @PostMapping(path = "/api/drafts", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> begin(AccessToken token, @RequestBody ObjectNode body) {
        token.require("agreements");
        Strict json = new Strict(body, "invalid_request");
        Instant now = clock.instant();
        return switch (body.has("entente") ? fromText(json, now) : fromTemplate(DraftRequest.parse(json), now)) {
            case Outcome.Begun(UUID id) -> begun(id);
            case Outcome.PartyAbsent ignored -> answers.absent();
            case Outcome.NotFound() -> throw new NotFound();
            case Outcome.Full() -> answers.conflict("full", "as many drafts are kept here as can be");
        };
    }

    private ResponseEntity<ObjectNode> begun(UUID id) {
        KeptDraft draft = drafts.find(id).orElseThrow(NotFound::new);
        return ResponseEntity.created(URI.create("/api/drafts/" + id))
                .cacheControl(CacheControl.noStore())
                .body(DraftJson.whole(draft));
    }

    private Outcome fromText(Strict json, Instant now) {
        json.requireMembers("entente", "document");
        return beginDraft.fromText(json.matching("entente", NewDraft.NAME), json.hash("document"), now);
    }

    private Outcome fromTemplate(NewDraft asked, Instant now) {
        Template template = Template.of(asked.template()).orElseThrow(NotFound::new);
        List<URI> others = asked.others().stream().map(URI::create).toList();
        return beginDraft.fromTemplate(template, asked.name(), asked.title(), others, now);
    }
}
