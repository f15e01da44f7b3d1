package org.entente.node.signin.account;

import java.time.InstantSource;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.session.EndSessions;
import org.entente.node.signin.session.Sessions;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signs one out elsewhere: in one browser, or everywhere. It takes effect in every process with the next request. */
@Controller
class PlacesPage {
    private static final UUID NONE = new UUID(0, 0);

    private final Sessions sessions;
    private final SessionHandles handles;
    private final EndSessions endSessions;
    private final Pages pages;
    private final InstantSource clock;

    PlacesPage(Sessions sessions, SessionHandles handles, EndSessions endSessions, Pages pages, InstantSource clock) {
        this.sessions = sessions;
        this.handles = handles;
        this.endSessions = endSessions;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/{language}/account/places/{handle}/end")
    ModelAndView end(Language language, SignedIn signedIn, @PathVariable String handle) {
        sessions.of(signedIn.person(), clock.instant()).stream()
                .filter(session -> handles.of(session.id()).equals(handle))
                .forEach(session -> endSessions.endOne(signedIn.person(), session.id()));
        return pages.redirect(language, "/account");
    }

    @PostMapping("/{language}/account/places/end")
    ModelAndView endEverywhere(Language language, SignedIn signedIn) {
        endSessions.endOthers(signedIn.person(), NONE);
        return pages.redirect(language, "/sign-in");
    }
}
