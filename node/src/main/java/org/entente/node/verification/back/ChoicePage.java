package org.entente.node.verification.back;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.PresentingCookie;
import org.entente.node.verification.Starter;
import org.entente.node.verification.answer.LeavePresentation;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.PresentationState;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.web.Pages;
import org.entente.node.web.WebSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the holder chooses a wallet, on this device or another. Only for the browser that started the presentation. */
@Controller
class ChoicePage {
    private final PresentingCookie presenting;
    private final Presentations presentations;
    private final LeavePresentation leavePresentation;
    private final WebSettings web;
    private final Pages pages;
    private final InstantSource clock;

    ChoicePage(
            PresentingCookie presenting,
            Presentations presentations,
            LeavePresentation leavePresentation,
            WebSettings web,
            Pages pages,
            InstantSource clock) {
        this.presenting = presenting;
        this.presentations = presentations;
        this.leavePresentation = leavePresentation;
        this.web = web;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/presentations/{organisation}/{id}")
    ModelAndView choose(
            Language language, @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
        return show("verification/choice", language, new PresentationId(organisation, id), request);
    }

    /** A script on it says when the answer is here; the page itself never moves (WCAG 2.2, 2.2.2 and 3.2.5). */
    @GetMapping("/{language}/presentations/{organisation}/{id}/other-device")
    ModelAndView otherDevice(
            Language language, @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
        return show("verification/other-device", language, new PresentationId(organisation, id), request);
    }

    /** The person goes another way; the service says which ones there are. */
    @PostMapping("/{language}/presentations/{organisation}/{id}/leave")
    ModelAndView leave(
            Language language, @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
        PresentationId name = new PresentationId(organisation, id);
        return presenting
                .of(id, request)
                .flatMap(token -> leavePresentation.leave(name, token, clock.instant()))
                .map(left -> pages.redirect(language, left.back()))
                .orElseGet(() -> pages.page("verification/gone", name, HttpStatus.NOT_FOUND));
    }

    private ModelAndView show(String template, Language language, PresentationId id, HttpServletRequest request) {
        Optional<Presentation> found = presenting
                .of(id.value(), request)
                .flatMap(token -> presentations.findOf(Starter.secretOfBrowser(token), id, clock.instant()));
        if (found.isEmpty()) {
            return pages.page("verification/gone", id, HttpStatus.NOT_FOUND);
        }
        Presentation presentation = found.get();
        boolean waiting = presentation.state() == PresentationState.ASKED
                || (presentation.state() == PresentationState.ACCEPTED && !presentation.released());
        return waiting
                ? pages.page(template, ChoiceView.of(presentation, web.wallets()))
                : pages.redirect(language, presentation.back());
    }
}
