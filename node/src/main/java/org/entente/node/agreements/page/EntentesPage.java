package org.entente.node.agreements.page;

import java.time.InstantSource;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ententes of this node: for everyone those that came into force, for officers also those on the table. */
@Controller
class EntentesPage {
    private final Holdings holdings;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    EntentesPage(Holdings holdings, NodeIdentity node, Pages pages, InstantSource clock) {
        this.holdings = holdings;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/ententes")
    ModelAndView ententes(Language language, Actor actor, @RequestParam(defaultValue = "1") int page) {
        EntentesView view = EntentesView.of(
                holdings.all().stream().filter(held -> held.isReadableBy(actor)).toList(),
                Math.max(page, 1),
                node.jurisdiction().code(),
                language,
                holdings.confirmations(),
                clock.instant());
        if (page < 1 || page > 1 && view.ententes().isEmpty()) {
            throw new NotFound();
        }
        return pages.page("agreements/ententes", view);
    }
}
