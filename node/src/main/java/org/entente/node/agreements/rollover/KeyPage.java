package org.entente.node.agreements.rollover;

import java.time.InstantSource;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The federation key, for officers: which it is, and how two of them replace it. */
@Controller
class KeyPage {
    private static final String PATH = "/{language}/key";
    private static final String TEMPLATE = "agreements/key";

    private final ReadKey readKey;
    private final RollKey rollKey;
    private final Pages pages;
    private final InstantSource clock;

    KeyPage(ReadKey readKey, RollKey rollKey, Pages pages, InstantSource clock) {
        this.readKey = readKey;
        this.rollKey = rollKey;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor.Officer officer) {
        return pages.page(TEMPLATE, readKey.read(Officers.of(officer), clock.instant()));
    }

    @PostMapping(PATH + "/roll-over")
    ModelAndView ask(Actor.Officer officer, Language language) {
        return after(officer, language, rollKey.ask(Officers.of(officer), clock.instant()));
    }

    @PostMapping(PATH + "/roll-over/confirmation")
    ModelAndView confirm(Actor.Officer officer, Language language) {
        return after(officer, language, rollKey.confirm(Officers.of(officer), clock.instant()));
    }

    @PostMapping(PATH + "/roll-over/removal")
    ModelAndView takeBack(Actor.Officer officer, Language language) {
        return after(officer, language, rollKey.takeBack());
    }

    private ModelAndView after(Actor.Officer officer, Language language, RollOutcome outcome) {
        return switch (outcome) {
            case DONE -> pages.redirect(language, "/key");
            case UNDER_WAY, NOT_ASKED, SAME_OFFICER ->
                pages.page(
                        TEMPLATE,
                        readKey.read(Officers.of(officer), clock.instant()).with(outcome.code()),
                        HttpStatus.CONFLICT);
        };
    }
}
