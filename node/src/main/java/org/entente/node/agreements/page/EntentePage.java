package org.entente.node.agreements.page;

import java.time.InstantSource;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One entente: for everyone once it came into force, before that for officers. */
@Controller
class EntentePage {
    private final Holdings holdings;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    EntentePage(Holdings holdings, NodeIdentity node, Pages pages, InstantSource clock) {
        this.holdings = holdings;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param steps which page of what has happened, from 1 */
    @GetMapping("/{language}/ententes/{name}")
    ModelAndView entente(@PathVariable String name, @RequestParam(defaultValue = "1") int steps, Actor actor) {
        return holdings.find(name)
                .filter(held -> held.isReadableBy(actor))
                .map(held -> EntenteView.of(
                        held, node.jurisdiction().code(), steps, holdings.confirmedAt(held), clock.instant()))
                .map(view -> pages.page("agreements/entente", view))
                .orElseThrow(NotFound::new);
    }
}
