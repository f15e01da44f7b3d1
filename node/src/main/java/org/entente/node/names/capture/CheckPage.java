package org.entente.node.names.capture;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.letters.Proposal;
import org.entente.names.letters.Spelling;
import org.entente.names.profile.OpenProfile;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Bearer;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks about what may be a mistake, shows what is kept as written, and records the name as its person says. */
@Controller
class CheckPage {
    private static final String TEMPLATE = "names/check";

    private final Drafts drafts;
    private final ReadDraft read;
    private final RecordName record;
    private final Pages pages;
    private final InstantSource clock;

    CheckPage(Drafts drafts, ReadDraft read, RecordName record, Pages pages, InstantSource clock) {
        this.drafts = drafts;
        this.read = read;
        this.record = record;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/names/drafts/{id}/check")
    ModelAndView check(Language language, Actor actor, @PathVariable UUID id) {
        Draft draft = drafts.find(id, Bearer.of(actor)).orElseThrow(NotFound::new);
        return read.check(draft).isEmpty()
                ? pages.page(TEMPLATE, view(id, draft, false))
                : pages.redirect(language, "/names/drafts/" + id);
    }

    /** @param yes where the accepted proposals begin */
    @PostMapping("/{language}/names/drafts/{id}/check")
    ModelAndView record(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "yes", defaultValue = "") List<String> yes) {
        PersonId person = Bearer.of(actor);
        Optional<Draft> kept = drafts.find(id, person);
        if (kept.isEmpty() && record.isRecorded(id, person)) {
            return pages.redirect(language, "/names/" + id);
        }
        Draft draft = kept.orElseThrow(NotFound::new);
        if (!read.check(draft).isEmpty()) {
            return pages.redirect(language, "/names/drafts/" + id);
        }
        List<Proposal> accepted = read.spelling(draft).proposals().stream()
                .filter(proposal -> yes.contains(Integer.toString(proposal.start())))
                .toList();
        return switch (record.record(id, person, draft, accepted, clock.instant())) {
            case RECORDED ->
                pages.redirect(language, "/names/" + draft.corrects().orElse(id));
            case FULL -> pages.page(TEMPLATE, view(id, draft, true), HttpStatus.CONFLICT);
        };
    }

    private CheckView view(UUID id, Draft draft, boolean full) {
        Writing writing = read.writing(draft);
        Spelling spelling = read.spelling(draft);
        String orthography = writing.orthography().equals(OpenProfile.ID)
                ? ""
                : writing.alphabet().profile().name();
        // Shown as it will be when the form goes as it is: without what nobody sees.
        List<Proposal> ticked = spelling.proposals().stream()
                .filter(proposal -> proposal.reason() == Proposal.Reason.INVISIBLE)
                .toList();
        return new CheckView(id, draft, read.name(draft, ticked), spelling, orthography, writing.lang(), full);
    }
}
