package org.entente.node.names.capture;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.letters.Proposal;
import org.entente.names.letters.Spelling;
import org.entente.names.profile.OpenProfile;
import org.entente.names.record.NameEntry;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Bearer;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
    private final StillRight stillRight;
    private final Pages pages;
    private final InstantSource clock;

    CheckPage(
            Drafts drafts, ReadDraft read, RecordName record, StillRight stillRight, Pages pages, InstantSource clock) {
        this.drafts = drafts;
        this.read = read;
        this.record = record;
        this.stillRight = stillRight;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/names/drafts/{id}/check")
    ModelAndView check(Language language, Actor actor, @PathVariable UUID id) {
        Draft draft = drafts.find(id, Bearer.of(actor)).orElseThrow(NotFound::new);
        return read.check(draft).isEmpty()
                ? pages.page(TEMPLATE, view(id, Bearer.of(actor), draft, CheckView.Trouble.NONE))
                : pages.redirect(language, "/names/drafts/" + id);
    }

    /**
     * @param yes where the accepted proposals begin
     * @param asked whether the page asked what is still right
     * @param sound whether its recording still says it
     */
    @PostMapping("/{language}/names/drafts/{id}/check")
    ModelAndView record(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "yes", defaultValue = "") List<String> yes,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam(defaultValue = "false") boolean sound) {
        PersonId person = Bearer.of(actor);
        Optional<Draft> kept = drafts.find(id, person);
        if (kept.isEmpty() && record.isRecorded(id, person)) {
            return pages.redirect(language, "/names/" + id);
        }
        Draft draft = kept.orElseThrow(NotFound::new);
        if (!read.check(draft).isEmpty()) {
            return pages.redirect(language, "/names/drafts/" + id);
        }
        String seen = draft.digest();
        if (!form.getOrDefault("seen", List.of(seen)).contains(seen)) {
            return again(id, person, draft, CheckView.Trouble.CHANGED);
        }
        List<Proposal> accepted = read.spelling(draft).proposals().stream()
                .filter(proposal -> yes.contains(Integer.toString(proposal.start())))
                .toList();
        if (!read.fits(draft, accepted)) {
            return again(id, person, draft, CheckView.Trouble.TOO_LONG);
        }
        StillRight.Said said = new StillRight.Said(asked, Set.copyOf(form.getOrDefault("other", List.of())), sound);
        return switch (record.record(id, person, draft, accepted, said, clock.instant())) {
            case RECORDED ->
                pages.redirect(language, "/names/" + draft.corrects().orElse(id));
            case FULL -> again(id, person, draft, CheckView.Trouble.FULL);
        };
    }

    private ModelAndView again(UUID id, PersonId person, Draft draft, CheckView.Trouble trouble) {
        return pages.page(TEMPLATE, view(id, person, draft, trouble), HttpStatus.CONFLICT);
    }

    private CheckView view(UUID id, PersonId person, Draft draft, CheckView.Trouble trouble) {
        Writing writing = read.writing(draft);
        Spelling spelling = read.spelling(draft);
        String orthography = writing.orthography().equals(OpenProfile.ID)
                ? ""
                : writing.alphabet().profile().name();
        // Shown as it will be when the form goes as it is: without what nobody sees.
        List<Proposal> ticked = spelling.proposals().stream()
                .filter(proposal -> proposal.reason() == Proposal.Reason.INVISIBLE)
                .toList();
        Name name = read.name(draft, ticked);
        Optional<CheckView.Correction> correction = record.corrected(person, draft)
                .map(before -> correction(
                        draft,
                        before,
                        name,
                        ticked.size() < spelling.proposals().size()));
        return new CheckView(
                id, draft, name, spelling, orthography, writing.lang(), correction, draft.digest(), trouble);
    }

    private CheckView.Correction correction(Draft draft, NameEntry before, Name name, boolean proposes) {
        // A proposal that is accepted writes it otherwise, too.
        boolean asked = stillRight.isAsked(before, name) || proposes;
        return new CheckView.Correction(
                draft.corrects().orElseThrow(),
                asked ? before.equivalents() : List.of(),
                asked && !before.spoken().audioDigest().isEmpty(),
                stillRight.lostForms(before, name),
                read.differOnlyByKeyboard(draft, before.name().full(), name.full()));
    }
}
