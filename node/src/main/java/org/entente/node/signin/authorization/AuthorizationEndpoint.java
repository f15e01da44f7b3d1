package org.entente.node.signin.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.web.Pages;
import org.entente.node.web.RequestLanguage;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Leads a person from a wallet to the question that it pushed; of all parameters only the name of the pushed request and
 * the client's identifier count. RFC 9126 §4. What cannot be opened is told on a page and never answered to an address
 * (RFC 6749 §4.1.2.1).
 */
@Controller
final class AuthorizationEndpoint {
    static final String PATH = "/oauth/authorize";

    private final AuthorizationRequests requests;
    private final Pages pages;
    private final InstantSource clock;

    AuthorizationEndpoint(AuthorizationRequests requests, Pages pages, InstantSource clock) {
        this.requests = requests;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView open(HttpServletRequest http, Actor actor) {
        return pushed(http, actor)
                .map(request -> pages.redirect(
                        Language.of(request.language()).orElseGet(() -> RequestLanguage.of(http)),
                        ConsentPage.path(request.id())))
                .orElseGet(() -> pages.redirect(RequestLanguage.of(http), UnopenedPage.PATH));
    }

    private Optional<AuthorizationRequests.Pending> pushed(HttpServletRequest http, Actor actor) {
        String query = http.getQueryString() == null ? "" : http.getQueryString();
        try {
            Form parameters = Form.ofQuery(query);
            Optional<PersonId> person = Permitting.person(actor);
            return requests.open(
                    parameters.required("request_uri"), parameters.required("client_id"), person, clock.instant());
        } catch (ProtocolError malformed) {
            return Optional.empty();
        }
    }
}
