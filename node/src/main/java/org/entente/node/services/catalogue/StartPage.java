package org.entente.node.services.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Set;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Asking;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.verification.PresentationRequest;
import org.entente.node.verification.PresentingCookie;
import org.entente.node.verification.StartOutcome;
import org.entente.node.verification.Starter;
import org.entente.node.verification.Verification;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A service's first page: what is asked and why, under which entente, and the ways without a phone; and its start. */
@Controller
class StartPage {
    private final Catalogue catalogue;
    private final Verification verification;
    private final Agreements agreements;
    private final PresentingCookie cookie;
    private final NodeIdentity node;
    private final Secrets secrets;
    private final Pages pages;
    private final InstantSource clock;

    StartPage(
            Catalogue catalogue,
            Verification verification,
            Agreements agreements,
            PresentingCookie cookie,
            NodeIdentity node,
            Secrets secrets,
            Pages pages,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.verification = verification;
        this.agreements = agreements;
        this.cookie = cookie;
        this.node = node;
        this.secrets = secrets;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/services/{id}")
    ModelAndView read(@PathVariable String id) {
        Procedure service = catalogue.find(id).orElseThrow(NotFound::new);
        Asking asking = new Asking(
                node.issuer(service.organisation()),
                service.purpose(),
                service.credentialType(),
                Set.copyOf(service.claims()));
        return pages.page("services/start", new StartView(service, agreements.rule(asking, clock.instant())));
    }

    @PostMapping("/{language}/services/{id}")
    ModelAndView start(Language language, @PathVariable String id, HttpServletResponse response) {
        Procedure service = catalogue.find(id).orElseThrow(NotFound::new);
        PresentationRequest request = new PresentationRequest(
                service.organisation(), service.purpose(), service.title(), service.credentialType(), service.claims());
        String token = secrets.token();
        Starter browser = new Starter.Browser(token, language, "/services/" + id + "/cases");
        return switch (verification.start(request, browser, clock.instant())) {
            case StartOutcome.Started started -> {
                cookie.give(started.id().value(), token, response);
                yield pages.redirect(language, Verification.page(started.id()));
            }
            case StartOutcome.Refused refused ->
                pages.page(
                        "services/refused",
                        new RefusalView(service, refused.failure(), refused.proof()),
                        HttpStatus.FORBIDDEN);
        };
    }
}
