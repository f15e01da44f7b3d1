package org.entente.node.agreements.drafting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.entente.node.agreements.simulate.SimulateEntente;
import org.entente.node.agreements.simulate.Subject;
import org.entente.node.agreements.simulate.WhatIf;
import org.entente.node.kernel.Actor;
import org.entente.node.web.Pages;
import org.entente.protocols.ProtocolError;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For officers: what a draft would do, and what it would do if something were otherwise. */
@Controller
class DraftWhatIfPage {
    private final Drafts drafts;
    private final TryDraft tryDraft;
    private final SimulateEntente simulateEntente;
    private final Pages pages;
    private final InstantSource clock;

    DraftWhatIfPage(
            Drafts drafts, TryDraft tryDraft, SimulateEntente simulateEntente, Pages pages, InstantSource clock) {
        this.drafts = drafts;
        this.tryDraft = tryDraft;
        this.simulateEntente = simulateEntente;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/drafts/{id}/what-if")
    ModelAndView whatIf(Actor.Officer officer, @PathVariable String id, @RequestParam Map<String, String> chosen) {
        KeptDraft draft = drafts.named(id);
        Instant now = clock.instant();
        Subject subject;
        try {
            subject = tryDraft.subject(draft, now);
        } catch (ProtocolError unfinished) {
            return pages.page(
                    "agreements/draft",
                    DraftView.of(draft).with(PutOnTable.Outcome.Invalid.because(unfinished)),
                    HttpStatus.CONFLICT);
        }
        return simulateEntente.tried(subject, WhatIf.read(false, chosen), now).page(pages);
    }
}
