package org.entente.node.names.mine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.names.Bearer;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One name, and what its bearer may do with it; all of it can be undone, but what is revoked. */
@Controller
class NamePage {
    private final ShowNames show;
    private final ChangeNames change;
    private final PutAway putAway;
    private final Pages pages;
    private final InstantSource clock;

    NamePage(ShowNames show, ChangeNames change, PutAway putAway, Pages pages, InstantSource clock) {
        this.show = show;
        this.change = change;
        this.putAway = putAway;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/names/{id}")
    ModelAndView name(Actor actor, @PathVariable UUID id) {
        return pages.page(
                "names/name", show.one(Bearer.of(actor), id, clock.instant()).orElseThrow(NotFound::new));
    }

    @PostMapping("/{language}/names/{id}/show")
    ModelAndView show(Language language, Actor actor, @PathVariable UUID id) {
        return change(
                language,
                actor,
                id,
                Change.SHOWN,
                file -> file.find(id).filter(RecordedName::isShared).map(name -> file.showing(id)));
    }

    /**
     * The name is taken out of the file, as if it had not been written.
     *
     * @param revoke whether what attests the bearer's names is to hold no longer
     */
    @PostMapping("/{language}/names/{id}/remove")
    ModelAndView remove(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean revoke) {
        if (!putAway.remove(Bearer.of(actor), id, revoke, clock.instant())) {
            throw new NotFound();
        }
        return pages.redirect(language, putAway.next(revoke));
    }

    /**
     * The name is no longer borne: it is kept for its bearer, and shown to nobody else without a reason. A ceremonial name is
     * shown to nobody with one either, and stays what it is.
     *
     * @param revoke whether what attests the bearer's names is to hold no longer
     */
    @PostMapping("/{language}/names/{id}/former")
    ModelAndView former(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean revoke) {
        if (!putAway.putAway(Bearer.of(actor), id, revoke, clock.instant())) {
            throw new NotFound();
        }
        return pages.redirect(language, putAway.next(revoke));
    }

    /** What attests the bearer's names holds no longer, for good; asked for on the page of one that is put away. */
    @PostMapping("/{language}/names/{id}/revoke")
    ModelAndView revoke(Language language, Actor actor, @PathVariable UUID id) {
        if (!putAway.revoke(Bearer.of(actor), id, clock.instant())) {
            throw new NotFound();
        }
        return pages.redirect(language, putAway.next(true));
    }

    /** The name is what it was before it was put away. */
    @PostMapping("/{language}/names/{id}/borne")
    ModelAndView borne(Language language, Actor actor, @PathVariable UUID id) {
        return change(
                language,
                actor,
                id,
                Change.BORNE,
                file -> file.find(id).flatMap(RecordedName::borneAgain).map(file::with));
    }

    private ModelAndView change(
            Language language, Actor actor, UUID id, Change what, Function<PersonFile, Optional<PersonFile>> how) {
        Instant now = clock.instant();
        if (!change.change(Bearer.of(actor), what, how, now)) {
            throw new NotFound();
        }
        return pages.redirect(language, "/names");
    }
}
