package org.entente.node.agreements.desk;

import java.time.InstantSource;
import org.entente.node.agreements.conclude.ApproveEntente;
import org.entente.node.agreements.conclude.ApproveEntente.Approving;
import org.entente.node.agreements.conclude.MakeMove;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.conclude.SignEntente;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is talked about, and what an officer does about it. Every form names the text that the officer has read. */
@Controller
class TalksPage {
    private final Desk desk;
    private final MakeMove makeMove;
    private final ApproveEntente approveEntente;
    private final SignEntente signEntente;
    private final InstantSource clock;

    TalksPage(
            Desk desk, MakeMove makeMove, ApproveEntente approveEntente, SignEntente signEntente, InstantSource clock) {
        this.desk = desk;
        this.makeMove = makeMove;
        this.approveEntente = approveEntente;
        this.signEntente = signEntente;
        this.clock = clock;
    }

    @GetMapping("/{language}/ententes/{name}/desk")
    ModelAndView show(Actor.Officer officer, @PathVariable String name) {
        return desk.show(officer, name);
    }

    @PostMapping("/{language}/ententes/{name}/agreement")
    ModelAndView agree(
            Actor.Officer officer, Language language, @PathVariable String name, @RequestParam String document) {
        return desk.after(
                officer,
                language,
                name,
                Trouble.of(makeMove.agree(name, document, Officers.of(officer), clock.instant())));
    }

    @PostMapping("/{language}/ententes/{name}/rejection")
    ModelAndView reject(
            Actor.Officer officer, Language language, @PathVariable String name, @RequestParam String document) {
        return desk.after(
                officer,
                language,
                name,
                Trouble.of(makeMove.reject(name, document, Officers.of(officer), clock.instant())));
    }

    @PostMapping("/{language}/ententes/{name}/approvals")
    ModelAndView approve(
            Actor.Officer officer,
            Language language,
            @PathVariable String name,
            @RequestParam String document,
            @RequestParam int step) {
        var approving = new Approving(document, step, Officers.of(officer));
        return desk.after(
                officer, language, name, Trouble.of(approveEntente.approve(name, approving, clock.instant())));
    }

    @PostMapping("/{language}/ententes/{name}/signature")
    ModelAndView sign(
            Actor.Officer officer, Language language, @PathVariable String name, @RequestParam String document) {
        String signer = Officers.of(officer);
        return desk.after(
                officer, language, name, Trouble.of(signEntente.sign(name, document, signer, clock.instant())));
    }
}
