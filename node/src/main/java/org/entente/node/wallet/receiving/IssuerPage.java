package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.FetchAllowance;
import org.entente.node.wallet.Holder;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an issuer has, read from the issuer itself; the holder chooses, and then decides as on an offer. */
@Controller
class IssuerPage {
    private static final String ROUTE = "/{language:fr|en}/wallet/issuer";

    private final Pages pages;
    private final IssuerDocuments documents;
    private final FetchAllowance fetches;
    private final OpenOffer openOffer;
    private final InstantSource clock;

    IssuerPage(
            Pages pages, IssuerDocuments documents, FetchAllowance fetches, OpenOffer openOffer, InstantSource clock) {
        this.pages = pages;
        this.documents = documents;
        this.fetches = fetches;
        this.openOffer = openOffer;
        this.clock = clock;
    }

    @GetMapping(ROUTE)
    ModelAndView show(Language language, Actor actor, @RequestParam(defaultValue = "") String issuer) {
        fetches.use(Holder.of(actor), clock.instant());
        return types(language, issuer, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping(ROUTE)
    ModelAndView choose(
            Language language,
            Actor actor,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String type) {
        PersonId holder = Holder.of(actor);
        fetches.use(holder, clock.instant());
        Optional<URI> address = IssuerAddress.parse(issuer);
        if (address.isEmpty() || type.isEmpty()) {
            return types(language, issuer, FormErrors.of("type", "wallet.issuer.choose"), HttpStatus.BAD_REQUEST);
        }
        return switch (openOffer.choose(holder, address.get(), type, clock.instant())) {
            case OpenOutcome.Opened(UUID id) -> pages.redirect(language, OfferPage.path(id));
            case OpenOutcome.NotReadable(Step step, Problem problem) -> unreadable(step, problem);
        };
    }

    private ModelAndView types(Language language, String issuer, FormErrors errors, HttpStatus status) {
        Optional<URI> address = IssuerAddress.parse(issuer);
        if (address.isEmpty()) {
            return pages.redirect(language, "/wallet/issuers");
        }
        try {
            return pages.page(
                    "wallet/issuer", IssuerView.of(documents.issuer(address.get()), language, errors), status);
        } catch (Stopped stopped) {
            return unreadable(stopped.step(), stopped.problem());
        }
    }

    private ModelAndView unreadable(Step step, Problem problem) {
        return pages.page(
                "wallet/offer-unreadable", new UnreadableOffer(problem, OfferView.steps(step)), HttpStatus.BAD_REQUEST);
    }
}
