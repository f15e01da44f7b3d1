package org.entente.node.agreements.api;

import java.time.InstantSource;
import org.entente.node.agreements.document.EntenteSchema;
import org.entente.node.agreements.drafting.Drafts;
import org.entente.node.agreements.drafting.KeptDraft;
import org.entente.node.agreements.life.Strict;
import org.entente.node.signin.AccessToken;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Reads, writes and deletes one draft. Our own API. */
@RestController
class DraftEndpoint {
    private static final String ERROR = "invalid_request";

    private final Drafts drafts;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    DraftEndpoint(Drafts drafts, EntenteAnswers answers, InstantSource clock) {
        this.drafts = drafts;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/drafts/{id}")
    ResponseEntity<ObjectNode> show(AccessToken token, @PathVariable String id) {
        token.require("agreements");
        return whole(drafts.named(id));
    }

    /**
     * Writes the edition after the one that was read; whoever repeats it is told the same. Without worked examples, those that
     * its clauses make are written.
     */
    @PutMapping(path = "/api/drafts/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> replace(AccessToken token, @PathVariable String id, @RequestBody ObjectNode body) {
        token.require("agreements");
        Strict json = new Strict(body, ERROR);
        json.requireMembers("edition", "draft");
        int edition = json.number("edition", Integer.MAX_VALUE);
        ObjectNode sent = json.object("draft").json();
        EntenteSchema.requireDraft(sent);
        KeptDraft kept = drafts.named(id);
        ObjectNode changed = kept.completed(sent, clock.instant());
        if (kept.json().equals(changed)) {
            return whole(kept);
        }
        KeptDraft next = kept.with(changed, clock.instant());
        return kept.edition() == edition && drafts.replace(next) ? whole(next) : answers.draftChanged();
    }

    /** Throws away the edition that was read, and no later one. */
    @DeleteMapping("/api/drafts/{id}")
    ResponseEntity<?> remove(
            AccessToken token, @PathVariable String id, @RequestParam(defaultValue = "0") int edition) {
        token.require("agreements");
        KeptDraft kept = drafts.named(id);
        return kept.edition() == edition && drafts.remove(kept)
                ? ResponseEntity.noContent().build()
                : answers.draftChanged();
    }

    private static ResponseEntity<ObjectNode> whole(KeptDraft draft) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(DraftJson.whole(draft));
    }
}
