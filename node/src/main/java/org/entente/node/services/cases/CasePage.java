package org.entente.node.services.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.kernel.Language;
import org.entente.node.services.catalogue.BrowserToken;
import org.entente.node.services.catalogue.Catalogue;
import org.entente.node.services.catalogue.Procedure;
import org.entente.node.services.catalogue.RefusalView;
import org.entente.node.verification.PresentingCookie;
import org.entente.node.verification.Verification;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the person comes back with the wallet's answer: the confirmation, or what to do next. The confirmation names the
 * person, so no cache keeps it.
 */
@Controller
class CasePage {
    private final PresentingCookie presenting;
    private final Catalogue catalogue;
    private final OpenCase openCase;
    private final Cases cases;
    private final Pages pages;
    private final InstantSource clock;

    CasePage(
            PresentingCookie presenting,
            Catalogue catalogue,
            OpenCase openCase,
            Cases cases,
            Pages pages,
            InstantSource clock) {
        this.presenting = presenting;
        this.catalogue = catalogue;
        this.openCase = openCase;
        this.cases = cases;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/services/{id}/cases/{presentation}")
    ModelAndView outcome(
            Language language,
            @PathVariable String id,
            @PathVariable String presentation,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Instant now = clock.instant();
        Procedure service = catalogue.find(id).orElseThrow(NotFound::new);
        CaseOutcome outcome = presenting
                .of(presentation, request)
                .map(token -> openCase.open(service, presentation, new BrowserToken(token), now))
                .orElseGet(CaseOutcome.Gone::new);
        return switch (outcome) {
            case CaseOutcome.Opened(Case opened) ->
                pages.page("services/confirmation", CaseView.of(service, opened, cases.lastBefore(opened, now)));
            case CaseOutcome.Refused refused ->
                pages.page("services/refused", new RefusalView(service, refused.failure(), refused.proof()));
            case CaseOutcome.Declined _ -> pages.page("services/declined", service);
            case CaseOutcome.Unable unable -> pages.page("services/unable", UnableView.of(service, unable));
            case CaseOutcome.Waiting waiting -> pages.redirect(language, Verification.page(waiting.id()));
            case CaseOutcome.Gone _ -> pages.page("services/gone", service, HttpStatus.NOT_FOUND);
        };
    }
}
