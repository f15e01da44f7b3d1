package org.entente.node.agreements.desk;

import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers with an officer's page about one entente: as it is, or with why what was tried has not been done. */
@Component
class Desk {
    private final Holdings holdings;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    Desk(Holdings holdings, NodeIdentity node, Pages pages, InstantSource clock) {
        this.holdings = holdings;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    ModelAndView show(Actor.Officer officer, String name) {
        return page(officer, name, Optional.empty(), HttpStatus.OK);
    }

    /** After something was tried: the page anew, or why it was not done. */
    ModelAndView after(Actor.Officer officer, Language language, String name, Optional<String> trouble) {
        return trouble.isEmpty()
                ? pages.redirect(language, "/ententes/" + name + "/desk")
                : page(officer, name, trouble, HttpStatus.CONFLICT);
    }

    /** The entente of this name. */
    Held held(String name) {
        return holdings.find(name).orElseThrow(NotFound::new);
    }

    private ModelAndView page(Actor.Officer officer, String name, Optional<String> trouble, HttpStatus status) {
        var view = DeskView.of(held(name), node.entityId(), officer, trouble, clock.instant());
        return pages.page("agreements/desk", view, status);
    }
}
