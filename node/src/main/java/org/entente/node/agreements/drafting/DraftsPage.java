package org.entente.node.agreements.drafting;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.node.agreements.drafting.BeginDraft.Outcome;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The drafts of this government's officers, and how one is begun. */
@Controller
class DraftsPage {
    private final Drafts drafts;
    private final BeginDraft beginDraft;
    private final Pages pages;
    private final InstantSource clock;

    DraftsPage(Drafts drafts, BeginDraft beginDraft, Pages pages, InstantSource clock) {
        this.drafts = drafts;
        this.beginDraft = beginDraft;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/drafts")
    ModelAndView all(Actor.Officer officer) {
        Map<String, String> begun = Map.of("template", Template.IDENTITY.code());
        return pages.page("agreements/drafts", new DraftsView(drafts.all(), begun, FormErrors.none()));
    }

    @PostMapping("/{language}/drafts")
    ModelAndView begin(Actor.Officer officer, Language language, @RequestParam Map<String, String> form) {
        NewDraft asked = NewDraft.read(form);
        if (!asked.errors().isEmpty()) {
            return again(form, asked.errors(), HttpStatus.BAD_REQUEST);
        }
        Template template = Template.of(asked.template()).orElseThrow(NotFound::new);
        List<URI> others = asked.others().stream().map(URI::create).toList();
        return switch (beginDraft.fromTemplate(template, asked.name(), asked.title(), others, clock.instant())) {
            case Outcome.Begun(UUID id) -> pages.redirect(language, "/drafts/" + id);
            case Outcome.PartyAbsent(URI entity) ->
                again(form, FormErrors.of("parties", "agreements.drafts.error.absent", entity), HttpStatus.CONFLICT);
            case Outcome.NotFound() -> throw new NotFound();
            case Outcome.Full() ->
                again(form, FormErrors.of("name", "agreements.drafts.error.full", Drafts.MAX), HttpStatus.CONFLICT);
        };
    }

    /** A draft that answers the text on the table, or would replace the one in force. */
    @PostMapping("/{language}/ententes/{name}/drafts")
    ModelAndView answer(
            Actor.Officer officer, Language language, @PathVariable String name, @RequestParam String document) {
        return switch (beginDraft.fromText(name, document, clock.instant())) {
            case Outcome.Begun(UUID id) -> pages.redirect(language, "/drafts/" + id);
            case Outcome.PartyAbsent ignored -> throw new NotFound();
            case Outcome.NotFound() -> throw new NotFound();
            case Outcome.Full() ->
                again(Map.of(), FormErrors.of("name", "agreements.drafts.error.full", Drafts.MAX), HttpStatus.CONFLICT);
        };
    }

    private ModelAndView again(Map<String, String> form, FormErrors errors, HttpStatus status) {
        return pages.page("agreements/drafts", new DraftsView(drafts.all(), form, errors), status);
    }
}
