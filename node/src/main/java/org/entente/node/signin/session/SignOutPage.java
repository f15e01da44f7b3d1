package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.entente.node.kernel.Language;
import org.entente.node.web.Pages;
import org.entente.node.web.SessionCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Ends the session, everywhere and at once. */
@Controller
class SignOutPage {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Pages pages;

    SignOutPage(Sessions sessions, SessionCookie cookie, Pages pages) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.pages = pages;
    }

    @PostMapping("/{language}/sign-out")
    ModelAndView signOut(Language language, HttpServletRequest request, HttpServletResponse response) {
        cookie.of(request).ifPresent(sessions::end);
        cookie.clear(response);
        return pages.redirect(language, "");
    }
}
