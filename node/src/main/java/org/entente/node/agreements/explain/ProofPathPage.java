package org.entente.node.agreements.explain;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.kernel.Actor;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A form for a question and, once everything is chosen, its proof path. */
@Controller
class ProofPathPage {
    private static final String TEMPLATE = "agreements/proof-path";

    private final ProofPaths proofPaths;
    private final Pages pages;
    private final InstantSource clock;

    ProofPathPage(ProofPaths proofPaths, Pages pages, InstantSource clock) {
        this.proofPaths = proofPaths;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/proof-path")
    ModelAndView path(Actor actor, HttpServletRequest request, @RequestParam MultiValueMap<String, String> chosen) {
        PathQuery query = PathQuery.read(chosen);
        PathChoices choices = PathChoices.of(proofPaths.readableBy(actor));
        boolean only = query.isOfNothing();
        FormErrors errors = only ? FormErrors.none() : query.errors();
        if (only || !errors.isEmpty()) {
            ProofPathView form = new ProofPathView(query, choices, errors, List.of(), "");
            return only ? pages.page(TEMPLATE, form) : pages.invalid(TEMPLATE, form);
        }
        Instant now = clock.instant();
        Explanation explanation = proofPaths.explain(query, actor, now);
        String data = "/api/proof-path?" + request.getQueryString();
        return pages.page(TEMPLATE, new ProofPathView(query, choices, errors, List.of(explanation), data));
    }
}
