package org.entente.node.signin.authorization;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.session.ReturnPath;
import org.entente.node.web.Pages;
import org.entente.node.web.SessionCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** "This is not me": signs out, and leads whoever is meant to the question by signing in. */
@Controller
class StepAsidePage {
    private final StepAside stepAside;
    private final SessionCookie cookie;
    private final Pages pages;
    private final InstantSource clock;

    StepAsidePage(StepAside stepAside, SessionCookie cookie, Pages pages, InstantSource clock) {
        this.stepAside = stepAside;
        this.cookie = cookie;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/{language:fr|en}/authorize/{id}/not-me")
    ModelAndView leave(Language language, SignedIn signedIn, @PathVariable UUID id, HttpServletResponse response) {
        if (!stepAside.stepAside(id, signedIn, clock.instant())) {
            return pages.redirect(language, UnopenedPage.PATH);
        }
        cookie.clear(response);
        String question = new ReturnPath(ConsentPage.path(id)).in(language);
        return pages.redirect(language, "/sign-in" + ReturnPath.query(question));
    }
}
