package org.entente.node.agreements.simulate;

import java.time.InstantSource;
import java.util.Map;
import org.entente.node.kernel.Actor;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For officers: what an entente would do if something were otherwise. */
@Controller
class WhatIfPage {
    private final SimulateEntente simulateEntente;
    private final Pages pages;
    private final InstantSource clock;

    WhatIfPage(SimulateEntente simulateEntente, Pages pages, InstantSource clock) {
        this.simulateEntente = simulateEntente;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/ententes/{name}/what-if")
    ModelAndView whatIf(
            Actor.Officer officer,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean table,
            @RequestParam Map<String, String> chosen) {
        Subject subject = simulateEntente.find(name, table).orElseThrow(NotFound::new);
        return simulateEntente
                .tried(subject, WhatIf.read(table, chosen), clock.instant())
                .page(pages);
    }
}
