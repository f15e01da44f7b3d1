package org.entente.node.agreements.desk;

import java.time.InstantSource;
import java.util.UUID;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.course.EntrustParty;
import org.entente.node.agreements.course.JoinAct;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.life.ActJson;
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
 * What officers do about an entente in force with one press: one lifts or joins a suspension; two admit a newcomer or give
 * notice.
 */
@Controller
class ActsPage {
    private final Desk desk;
    private final PerformAct performAct;
    private final EntrustParty entrustParty;
    private final JoinAct joinAct;
    private final DecideByTwo decideByTwo;
    private final Pages pages;
    private final InstantSource clock;

    ActsPage(
            Desk desk,
            PerformAct performAct,
            EntrustParty entrustParty,
            JoinAct joinAct,
            DecideByTwo decideByTwo,
            Pages pages,
            InstantSource clock) {
        this.desk = desk;
        this.performAct = performAct;
        this.entrustParty = entrustParty;
        this.joinAct = joinAct;
        this.decideByTwo = decideByTwo;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/{language}/ententes/{name}/suspensions/{id}/lift")
    ModelAndView lift(Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String id) {
        if (!id.matches(SignedAct.NAME)) {
            throw new NotFound();
        }
        return desk.after(
                officer,
                language,
                name,
                Trouble.of(performAct.perform(name, ActJson.lift(id), By.one(Officers.of(officer)), clock.instant())));
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
        return desk.after(
                officer,
                language,
                name,
                Trouble.of(joinAct.join(name, act, By.one(Officers.of(officer)), clock.instant())));
    }

    /** Wants another party to order in the depositary's place. */
    @PostMapping("/{language}/ententes/{name}/depositary/{party}")
    ModelAndView entrust(
            Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String party) {
        if (!party.matches(Party.KEY)) {
            throw new NotFound();
        }
        return desk.after(
                officer,
                language,
                name,
                Trouble.of(entrustParty.entrust(name, party, By.one(Officers.of(officer)), clock.instant())));
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

    /** Takes back what waits for a second officer. */
    @PostMapping("/{language}/ententes/{name}/decisions/{id}/removal")
    ModelAndView takeBack(Actor.Officer officer, Language language, @PathVariable String name, @PathVariable UUID id) {
        decideByTwo.takeBack(id, Officers.of(officer), clock.instant());
        return pages.redirect(language, "/ententes/" + name + "/desk");
    }
}
