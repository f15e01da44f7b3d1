package org.entente.node.agreements.api;

import java.time.InstantSource;
import java.util.Map;
import org.entente.node.agreements.drafting.Drafts;
import org.entente.node.agreements.drafting.TryDraft;
import org.entente.node.agreements.simulate.WhatIf;
import org.entente.node.agreements.simulate.WhatIfAnswers;
import org.entente.node.signin.AccessToken;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a draft would do. Our own API. */
@RestController
class DraftWhatIfEndpoint {
    private final Drafts drafts;
    private final TryDraft tryDraft;
    private final WhatIfAnswers answers;
    private final InstantSource clock;

    DraftWhatIfEndpoint(Drafts drafts, TryDraft tryDraft, WhatIfAnswers answers, InstantSource clock) {
        this.drafts = drafts;
        this.tryDraft = tryDraft;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/drafts/{id}/what-if")
    ResponseEntity<ObjectNode> whatIf(
            AccessToken token, @PathVariable String id, @RequestParam Map<String, String> chosen) {
        token.require("agreements");
        return answers.answer(tryDraft.subject(drafts.named(id), clock.instant()), WhatIf.read(false, chosen));
    }
}
