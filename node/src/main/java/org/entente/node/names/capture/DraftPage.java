package org.entente.node.names.capture;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.names.Bearer;
import org.entente.node.names.Orthographies;
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

/**
 * The form on which a person writes a name. What is written is kept with every button, so that a letter can be picked without
 * scripts and nothing is lost when a session ends.
 */
@Controller
class DraftPage {
    private static final String TEMPLATE = "names/draft";

    private final Drafts drafts;
    private final ReadDraft read;
    private final BeginDraft begin;
    private final Orthographies orthographies;
    private final Secrets secrets;
    private final Pages pages;
    private final InstantSource clock;

    DraftPage(
            Drafts drafts,
            ReadDraft read,
            BeginDraft begin,
            Orthographies orthographies,
            Secrets secrets,
            Pages pages,
            InstantSource clock) {
        this.drafts = drafts;
        this.read = read;
        this.begin = begin;
        this.orthographies = orthographies;
        this.secrets = secrets;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/{language}/names/drafts")
    ModelAndView begin(
            Language language,
            Actor actor,
            @RequestParam Optional<UUID> corrects,
            @RequestParam Optional<String> held,
            DraftForm form) {
        PersonId person = Bearer.of(actor);
        Optional<Draft> begun = held.isPresent()
                ? begin.taking(person, held.get())
                : Optional.of(begin.draft(person, corrects, form, language));
        return begun.map(draft -> begin(language, person, draft))
                .orElseGet(() -> pages.page("names/gone", "/names", HttpStatus.CONFLICT));
    }

    private ModelAndView begin(Language language, PersonId person, Draft draft) {
        UUID id = secrets.id();
        drafts.begin(id, person, draft, clock.instant());
        return pages.redirect(language, path(id));
    }

    @GetMapping("/{language}/names/drafts/{id}")
    ModelAndView form(Actor actor, @PathVariable UUID id) {
        Draft draft = drafts.find(id, Bearer.of(actor)).orElseThrow(NotFound::new);
        return pages.page(TEMPLATE, view(id, draft, FormErrors.none()));
    }

    @PostMapping("/{language}/names/drafts/{id}")
    ModelAndView write(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            DraftForm form,
            @RequestParam(defaultValue = "") String letter,
            @RequestParam(defaultValue = "") String action) {
        PersonId person = Bearer.of(actor);
        Draft before = drafts.find(id, person).orElseThrow(NotFound::new);
        Draft draft = form.draft(before, language);
        if (!letter.isEmpty() && letters(draft).contains(letter)) {
            draft = draft.withLetter(letter);
        }
        drafts.keep(id, person, draft, clock.instant());
        if (!letter.isEmpty() || action.equals("letters")) {
            return pages.redirect(language, path(id) + "#letters");
        }
        FormErrors errors = read.check(draft);
        return errors.isEmpty()
                ? pages.redirect(language, path(id) + "/check")
                : pages.invalid(TEMPLATE, view(id, draft, errors));
    }

    private DraftView view(UUID id, Draft draft, FormErrors errors) {
        return new DraftView(
                id,
                draft,
                DraftView.choices(orthographies),
                read.writing(draft).lang(),
                letters(draft),
                read.writing(draft).alphabet().profile().authority(),
                Kinds.OFFERED.stream().map(Name.Kind::code).toList(),
                errors);
    }

    private List<String> letters(Draft draft) {
        return orthographies.letters(read.writing(draft).alphabet().profile().id());
    }

    private static String path(UUID id) {
        return "/names/drafts/" + id;
    }
}
