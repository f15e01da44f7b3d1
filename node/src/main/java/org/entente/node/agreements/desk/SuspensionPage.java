package org.entente.node.agreements.desk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.decide.ActByTwo;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Suspends a party, an issuer or a type of attestation. */
@Controller
class SuspensionPage {
    private static final String PATH = "/{language}/ententes/{name}/suspension";

    private final Desk desk;
    private final ActByTwo actByTwo;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    SuspensionPage(Desk desk, ActByTwo actByTwo, NodeIdentity node, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.actByTwo = actByTwo;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView ask(Actor.Officer officer, @PathVariable String name) {
        return pages.page(
                "agreements/suspension", SuspensionForm.of(desk.held(name), node.entityId(), Optional.empty()));
    }

    @PostMapping(PATH)
    ModelAndView suspend(
            Actor.Officer officer,
            Language language,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") Set<String> issuers,
            @RequestParam(defaultValue = "") Set<String> types,
            @RequestParam(defaultValue = "") String cause) {
        var chosen = new SuspensionForm.Chosen(party, direction, Set.copyOf(issuers), Set.copyOf(types), cause);
        var form = SuspensionForm.of(desk.held(name), node.entityId(), Optional.of(chosen));
        if (!form.errors().isEmpty()) {
            return pages.invalid("agreements/suspension", form);
        }
        var act = ActJson.suspend(form.target(), form.cause());
        var decided = actByTwo.suspend(name, act, Officers.of(officer), clock.instant());
        return desk.after(officer, language, name, Trouble.of(decided, Trouble::of));
    }
}
