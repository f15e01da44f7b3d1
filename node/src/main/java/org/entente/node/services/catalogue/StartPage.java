package org.entente.node.services.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Ruling;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.verification.PresentationRequest;
import org.entente.node.verification.PresentingCookie;
import org.entente.node.verification.StartOutcome;
import org.entente.node.verification.Starter;
import org.entente.node.verification.Verification;
import org.entente.node.web.CallerNetwork;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.entente.node.web.TooManyRequests;
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
        return pages.page("services/start", new StartView(service, rule(service)));
    }

    @PostMapping("/{language}/services/{id}")
    ModelAndView start(
            Language language, @PathVariable String id, HttpServletRequest asked, HttpServletResponse response) {
        Procedure service = catalogue.find(id).orElseThrow(NotFound::new);
        PresentationRequest request = new PresentationRequest(
                service.organisation(), service.purpose(), service.title(), service.credentialType(), service.claims());
        BrowserToken token = BrowserToken.random(service, secrets);
        Starter browser =
                new Starter.Browser(token.value(), language, CallerNetwork.of(asked), "/services/" + id + "/cases");
        return switch (verification.start(request, browser, clock.instant())) {
            case StartOutcome.Started started -> {
                cookie.give(started.id().value(), token.value(), response);
                yield pages.redirect(language, Verification.page(started.id()));
            }
            case StartOutcome.Refused _ -> pages.redirect(language, "/services/" + id + "/not-permitted");
            case StartOutcome.TooMany(Duration retryAfter) -> throw new TooManyRequests(retryAfter);
        };
    }

    /** Says what stands in the way as of now; once nothing does, leads back to the start. */
    @GetMapping("/{language}/services/{id}/not-permitted")
    ModelAndView notPermitted(Language language, @PathVariable String id) {
        Procedure service = catalogue.find(id).orElseThrow(NotFound::new);
        return switch (rule(service)) {
            case Ruling.Permitted _ -> pages.redirect(language, "/services/" + id);
            case Ruling.Refused refused ->
                pages.page("services/not-permitted", new NotPermittedView(service, refused.path()));
        };
    }

    private Ruling rule(Procedure service) {
        Asking asking = new Asking(
                node.issuer(service.organisation()),
                service.purpose(),
                service.credentialType(),
                Set.copyOf(service.claims()));
        return agreements.rule(asking, clock.instant());
    }
}
