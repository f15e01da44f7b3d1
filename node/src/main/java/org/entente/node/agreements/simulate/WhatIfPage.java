package org.entente.node.agreements.simulate;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.entente.node.agreements.held.Held;
import org.entente.node.kernel.Actor;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For officers: what an entente would do if something were otherwise. */
@Controller
class WhatIfPage {
    private static final String TEMPLATE = "agreements/what-if";

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
        WhatIf query = WhatIf.read(table, chosen);
        Held held = simulateEntente.find(name).orElseThrow(NotFound::new);
        FormErrors errors = query.errors();
        if (!errors.isEmpty()) {
            return pages.invalid(TEMPLATE, WhatIfView.of(held, query, errors, List.of()));
        }
        try {
            List<Simulation> simulation =
                    query.isEmpty() ? List.of() : List.of(simulateEntente.simulate(held, query, clock.instant()));
            return pages.page(TEMPLATE, WhatIfView.of(held, query, errors, simulation));
        } catch (ProtocolError e) {
            FormErrors wrong = e.code().equals(Scenario.NOT_OPEN)
                    ? FormErrors.of("kind", "agreements.what-if.error.not-open")
                    : FormErrors.of("drops", "agreements.what-if.error.nothing-left");
            return pages.invalid(TEMPLATE, WhatIfView.of(held, query, wrong, List.of()));
        }
    }
}
