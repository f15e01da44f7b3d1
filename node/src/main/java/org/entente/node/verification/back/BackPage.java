package org.entente.node.verification.back;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.PresentingCookie;
import org.entente.node.verification.Starter;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.PresentationState;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the wallet sends the holder's browser (OID4VP 1.0 §13.3). If it is the browser that started the presentation, it
 * goes on to the service. If it is another, the holder compares the codes on both screens first: somebody else may have
 * started the presentation and lured the holder to answer it.
 */
@Controller
class BackPage {
    private static final String SAME = "same";

    private final PresentingCookie presenting;
    private final Presentations presentations;
    private final Pages pages;
    private final InstantSource clock;

    BackPage(PresentingCookie presenting, Presentations presentations, Pages pages, InstantSource clock) {
        this.presenting = presenting;
        this.presentations = presentations;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/presentations/{organisation}/{id}/back")
    ModelAndView back(
            Language language,
            @PathVariable String organisation,
            @PathVariable String id,
            @RequestParam(name = "response_code") String responseCode,
            HttpServletRequest request) {
        PresentationId name = new PresentationId(organisation, id);
        Instant now = clock.instant();
        Optional<Presentation> answered = presentations.findBy(responseCode, name, now);
        if (answered.isEmpty()) {
            return pages.page("verification/gone", name, HttpStatus.NOT_FOUND);
        }
        boolean sameBrowser = presenting
                .of(id, request)
                .flatMap(token -> presentations.findOf(Starter.secretOfBrowser(token), name, now))
                .isPresent();
        if (sameBrowser) {
            presentations.release(name, responseCode, now);
            return pages.redirect(language, answered.get().back());
        }
        return elsewhere(answered.get(), responseCode);
    }

    @PostMapping("/{language}/presentations/{organisation}/{id}/back")
    ModelAndView compared(
            @PathVariable String organisation,
            @PathVariable String id,
            @RequestParam(name = "response_code") String responseCode,
            @RequestParam(name = "codes") String codes) {
        PresentationId name = new PresentationId(organisation, id);
        Instant now = clock.instant();
        boolean done = codes.equals(SAME)
                ? presentations.release(name, responseCode, now)
                : presentations.withdraw(name, responseCode, now);
        Optional<Presentation> answered = presentations.findBy(responseCode, name, now);
        return done && answered.isPresent()
                ? elsewhere(answered.get(), responseCode)
                : pages.page("verification/gone", name, HttpStatus.NOT_FOUND);
    }

    private ModelAndView elsewhere(Presentation answered, String responseCode) {
        boolean toCompare = answered.state() == PresentationState.ACCEPTED && !answered.released();
        return toCompare
                ? pages.page("verification/compare", CompareView.of(answered, responseCode))
                : pages.page("verification/elsewhere", CompareView.of(answered, responseCode));
    }
}
