package org.entente.node.frontier.crossing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.node.frontier.Crossing;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What crossed the frontier, for everyone, with what the list proves and what it does not. */
@Controller
class CrossingsPage {
    private static final int SHOWN = 100;

    private final Crossings crossings;
    private final Pages pages;
    private final InstantSource clock;

    CrossingsPage(Crossings crossings, Pages pages, InstantSource clock) {
        this.crossings = crossings;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/frontier")
    ModelAndView frontier() {
        List<Crossing> latest = crossings.latest(SHOWN);
        return pages.page(
                "frontier/crossings",
                new CrossingsView(
                        latest, latest.size() == SHOWN, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }
}
