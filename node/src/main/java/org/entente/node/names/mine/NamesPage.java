package org.entente.node.names.mine;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Bearer;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.search.Looks;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All names of whoever is signed in, what was done with them, and undoing it. */
@Controller
class NamesPage {
    private final ShowNames show;
    private final NameFiles files;
    private final ChangeNames change;
    private final Looks looks;
    private final Pages pages;
    private final InstantSource clock;

    NamesPage(ShowNames show, NameFiles files, ChangeNames change, Looks looks, Pages pages, InstantSource clock) {
        this.show = show;
        this.files = files;
        this.change = change;
        this.looks = looks;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/names")
    ModelAndView names(Actor actor) {
        return pages.page("names/names", show.all(Bearer.of(actor), false, clock.instant()));
    }

    /** @param version what the person saw when they pressed the button */
    @PostMapping("/{language}/names/undo")
    ModelAndView undo(Language language, Actor actor, @RequestParam(defaultValue = "0") int version) {
        PersonId person = Bearer.of(actor);
        Instant now = clock.instant();
        return change.undo(person, version, now)
                ? pages.redirect(language, "/names")
                : pages.page("names/names", show.all(person, true, now), HttpStatus.CONFLICT);
    }

    @GetMapping("/{language}/names/history")
    ModelAndView history(Actor actor) {
        PersonId person = Bearer.of(actor);
        return pages.page("names/history", HistoryView.of(files.history(person), looks.at(person)));
    }
}
