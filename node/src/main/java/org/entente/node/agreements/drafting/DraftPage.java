package org.entente.node.agreements.drafting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.conclude.Officers;
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
import tools.jackson.databind.node.ObjectNode;

/** One draft: the whole, its parts in forms, and how it is put on the table or thrown away. */
@Controller
class DraftPage {
    private final Drafts drafts;
    private final PutOnTable putOnTable;
    private final Pages pages;
    private final InstantSource clock;

    DraftPage(Drafts drafts, PutOnTable putOnTable, Pages pages, InstantSource clock) {
        this.drafts = drafts;
        this.putOnTable = putOnTable;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/drafts/{id}")
    ModelAndView show(Actor.Officer officer, @PathVariable String id) {
        return pages.page("agreements/draft", DraftView.of(draft(id)));
    }

    @PostMapping("/{language}/drafts/{id}/proposal")
    ModelAndView propose(Actor.Officer officer, Language language, @PathVariable String id, @RequestParam int edition) {
        KeptDraft draft = draft(id);
        if (draft.edition() != edition) {
            return changed(draft);
        }
        PutOnTable.Outcome outcome = putOnTable.put(draft, Officers.of(officer), clock.instant());
        return outcome instanceof PutOnTable.Outcome.Done(String entente)
                ? pages.redirect(language, "/ententes/" + entente + "/desk")
                : refused(draft, outcome);
    }

    @GetMapping("/{language}/drafts/{id}/removal")
    ModelAndView askRemoval(Actor.Officer officer, @PathVariable String id) {
        return pages.page("agreements/draft-removal", draft(id));
    }

    @PostMapping("/{language}/drafts/{id}/removal")
    ModelAndView remove(Actor.Officer officer, Language language, @PathVariable String id, @RequestParam int edition) {
        KeptDraft draft = draft(id);
        return draft.edition() == edition && drafts.remove(draft)
                ? pages.redirect(language, "/drafts")
                : changed(draft(id));
    }

    /** A new paragraph after all others, or a new clause on one; what it says is then written in its own form. */
    @PostMapping("/{language}/drafts/{id}/parts")
    ModelAndView add(
            Actor.Officer officer, Language language, @PathVariable String id, @RequestParam Map<String, String> form) {
        KeptDraft draft = draft(id);
        ObjectNode changed = draft.json().deepCopy();
        Optional<String> added = NewPart.add(changed, form);
        if (added.isEmpty() || !keep(draft, changed)) {
            return added.isEmpty() ? refused(draft, new PutOnTable.Outcome.Refused("part-number")) : changed(draft(id));
        }
        return pages.redirect(language, "/drafts/" + id + "/" + added.get());
    }

    /** The worked examples as the clauses are now, in the place of those that were written. */
    @PostMapping("/{language}/drafts/{id}/examples")
    ModelAndView examples(
            Actor.Officer officer, Language language, @PathVariable String id, @RequestParam int edition) {
        KeptDraft draft = draft(id);
        Instant now = clock.instant();
        ObjectNode changed = Examples.write(draft.json().deepCopy(), now);
        return draft.edition() == edition && drafts.replace(draft.with(changed, now))
                ? pages.redirect(language, "/drafts/" + id + "#examples")
                : changed(draft(id));
    }

    @GetMapping("/{language}/drafts/{id}/{part}")
    ModelAndView part(Actor.Officer officer, @PathVariable String id, @PathVariable String part) {
        KeptDraft draft = draft(id);
        DraftPart found = DraftPart.of(draft.json(), part).orElseThrow(NotFound::new);
        return pages.page("agreements/draft-part", PartView.of(draft, found, found.values(), FormErrors.none(), false));
    }

    @PostMapping("/{language}/drafts/{id}/{part}")
    ModelAndView write(
            Actor.Officer officer,
            Language language,
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam Map<String, String> form) {
        KeptDraft draft = draft(id);
        ObjectNode changed = draft.json().deepCopy();
        DraftPart found = DraftPart.of(changed, part).orElseThrow(NotFound::new);
        if (form.containsKey("remove")) {
            boolean removed = found.removeFrom(changed) && keep(draft, changed);
            return pages.redirect(language, "/drafts/" + id + (removed ? "" : "/" + part));
        }
        FormErrors errors = found.write(form);
        if (!errors.isEmpty()) {
            return pages.invalid("agreements/draft-part", PartView.of(draft, found, form, errors, false));
        }
        boolean current = form.getOrDefault("edition", "").equals(String.valueOf(draft.edition()));
        return current && keep(draft, changed)
                ? pages.redirect(language, "/drafts/" + id + "#" + part)
                : pages.page(
                        "agreements/draft-part",
                        PartView.of(draft(id), found, form, FormErrors.none(), true),
                        HttpStatus.CONFLICT);
    }

    /** The draft as it is now, which somebody has changed in the meantime. */
    private ModelAndView changed(KeptDraft now) {
        return refused(now, new PutOnTable.Outcome.Refused("draft-changed"));
    }

    private ModelAndView refused(KeptDraft draft, PutOnTable.Outcome outcome) {
        return pages.page("agreements/draft", DraftView.of(draft).with(outcome), HttpStatus.CONFLICT);
    }

    /** Keeps the next edition; false when somebody else has. */
    private boolean keep(KeptDraft draft, ObjectNode changed) {
        return drafts.replace(draft.with(Examples.follow(draft.json(), changed), clock.instant()));
    }

    private KeptDraft draft(String id) {
        return drafts.named(id);
    }
}
