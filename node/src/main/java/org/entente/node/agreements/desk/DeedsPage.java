package org.entente.node.agreements.desk;

import org.entente.node.agreements.held.Deeds;
import org.entente.node.kernel.Actor;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did what about an entente for this government, for its own officers. */
@Controller
class DeedsPage {
    private final Desk desk;
    private final Deeds deeds;
    private final Pages pages;

    DeedsPage(Desk desk, Deeds deeds, Pages pages) {
        this.desk = desk;
        this.deeds = deeds;
        this.pages = pages;
    }

    /** @param before only what was done before the deed of this number */
    @GetMapping("/{language}/ententes/{name}/deeds")
    ModelAndView deeds(
            Actor.Officer officer,
            @PathVariable String name,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var found = deeds.of(desk.held(name).entente().name(), before, DeedsView.ON_A_PAGE + 1);
        return pages.page("agreements/deeds", DeedsView.of(desk.held(name).entente(), found, officer));
    }
}
