package org.entente.node.agreements.desk;

import java.time.InstantSource;
import org.entente.node.agreements.accede.ApproveAccession;
import org.entente.node.agreements.course.EntrustParty;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.document.Party;
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

/** What an officer does about an entente in force with one press: lifts a suspension, admits a newcomer, gives notice. */
@Controller
class ActsPage {
    private final Desk desk;
    private final PerformAct performAct;
    private final EntrustParty entrustParty;
    private final ApproveAccession approveAccession;
    private final Pages pages;
    private final InstantSource clock;

    ActsPage(
            Desk desk,
            PerformAct performAct,
            EntrustParty entrustParty,
            ApproveAccession approveAccession,
            Pages pages,
            InstantSource clock) {
        this.desk = desk;
        this.performAct = performAct;
        this.entrustParty = entrustParty;
        this.approveAccession = approveAccession;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/{language}/ententes/{name}/suspensions/{id}/lift")
    ModelAndView lift(Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String id) {
        if (!id.matches(SignedAct.NAME)) {
            throw new NotFound();
        }
        return desk.after(
                officer, language, name, Trouble.of(performAct.perform(name, ActJson.lift(id), clock.instant())));
    }

    @PostMapping("/{language}/ententes/{name}/accessions/{party}/approval")
    ModelAndView admit(
            Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String party) {
        return desk.after(officer, language, name, Trouble.of(approveAccession.approve(name, party, clock.instant())));
    }

    /** Wants another party to order in the depositary's place. */
    @PostMapping("/{language}/ententes/{name}/depositary/{party}")
    ModelAndView entrust(
            Actor.Officer officer, Language language, @PathVariable String name, @PathVariable String party) {
        if (!party.matches(Party.KEY)) {
            throw new NotFound();
        }
        return desk.after(officer, language, name, Trouble.of(entrustParty.entrust(name, party, clock.instant())));
    }

    /** What leaving means, before it is done: it cannot be taken back. */
    @GetMapping("/{language}/ententes/{name}/withdrawal")
    ModelAndView askWithdrawal(Actor.Officer officer, @PathVariable String name) {
        return pages.page("agreements/withdrawal", desk.held(name).entente());
    }

    @PostMapping("/{language}/ententes/{name}/withdrawal")
    ModelAndView withdraw(Actor.Officer officer, Language language, @PathVariable String name) {
        return desk.after(
                officer, language, name, Trouble.of(performAct.perform(name, ActJson.withdraw(), clock.instant())));
    }
}
