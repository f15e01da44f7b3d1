package org.entente.node.agreements.desk;

import java.time.InstantSource;
import java.util.UUID;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.decide.ActByTwo;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What officers do about an entente in force with one press: one lifts what is our own; two admit a newcomer, join or lift a
 * suspension of another, entrust another with ordering, or give notice.
 */
@Controller
class ActsPage {
    private final Desk desk;
    private final ActByTwo actByTwo;
    private final DecideByTwo decideByTwo;
    private final Pages pages;
    private final InstantSource clock;

    ActsPage(Desk desk, ActByTwo actByTwo, DecideByTwo decideByTwo, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.actByTwo = actByTwo;
        this.decideByTwo = decideByTwo;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/{language}/ententes/{name}/suspensions/{id}/lift")
    ModelAndView lift(Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String id) {
        if (!id.matches(SignedAct.NAME)) {
            throw new NotFound();
        }
        var decided = actByTwo.lift(name, id, Officers.of(officer), clock.instant());
        return desk.after(officer, language, name, Trouble.of(decided, Trouble::of));
    }

    @PostMapping("/{language}/ententes/{name}/accessions/{instrument}/approval")
    ModelAndView admit(
            Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String instrument) {
        var decided = decideByTwo.admit(name, instrument, Officers.of(officer), clock.instant());
        return desk.after(officer, language, name, Trouble.of(decided, Trouble::of));
    }

    /** Wants the suspension, or its end, that another party asks for. */
    @PostMapping("/{language}/ententes/{name}/asked/{act}")
    ModelAndView join(Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String act) {
        var decided = actByTwo.join(name, act, Officers.of(officer), clock.instant());
        return desk.after(officer, language, name, Trouble.of(decided, Trouble::of));
    }

    /** Wants another party to order in the depositary's place. */
    @PostMapping("/{language}/ententes/{name}/depositary/{party}")
    ModelAndView entrust(
            Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String party) {
        if (!party.matches(Party.KEY)) {
            throw new NotFound();
        }
        var decided = actByTwo.entrust(name, party, Officers.of(officer), clock.instant());
        return desk.after(officer, language, name, Trouble.of(decided, Trouble::of));
    }

    /** What leaving means, before it is done: it cannot be taken back. */
    @GetMapping("/{language}/ententes/{name}/withdrawal")
    ModelAndView askWithdrawal(Actor.Officer officer, @PathVariable String name) {
        return pages.page("agreements/withdrawal", desk.withdrawal(officer, name));
    }

    @PostMapping("/{language}/ententes/{name}/withdrawal")
    ModelAndView withdraw(Actor.Officer officer, Language language, @PathVariable String name) {
        var decided = decideByTwo.withdraw(name, Officers.of(officer), clock.instant());
        return desk.after(officer, language, name, Trouble.of(decided, Trouble::of));
    }

    /** Does what another officer has asked for against another party. */
    @PostMapping("/{language}/ententes/{name}/decisions/{id}/confirmation")
    ModelAndView confirm(Actor.Officer officer, Language language, @PathVariable String name, @PathVariable UUID id) {
        return actByTwo.confirm(name, id, Officers.of(officer), clock.instant())
                .map(decided -> desk.after(officer, language, name, Trouble.of(decided, Trouble::of)))
                .orElseThrow(NotFound::new);
    }

    /** Takes back what waits for a second officer. */
    @PostMapping("/{language}/ententes/{name}/decisions/{id}/removal")
    ModelAndView takeBack(Actor.Officer officer, Language language, @PathVariable String name, @PathVariable UUID id) {
        decideByTwo.takeBack(id, Officers.of(officer), clock.instant());
        return pages.redirect(language, "/ententes/" + name + "/desk");
    }
}
