package org.entente.node.wallet.receiving;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.FetchAllowance;
import org.entente.node.wallet.Holder;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where an issuer leads the holder back to with its answer (RFC 6749 §4.1.2). Leads away at once to the offer: the answer
 * belongs in no history.
 */
@Controller
class AuthorizedPage {
    private final Pages pages;
    private final HearIssuer hearIssuer;
    private final FetchAllowance fetches;
    private final InstantSource clock;

    AuthorizedPage(Pages pages, HearIssuer hearIssuer, FetchAllowance fetches, InstantSource clock) {
        this.pages = pages;
        this.hearIssuer = hearIssuer;
        this.fetches = fetches;
        this.clock = clock;
    }

    @GetMapping("/{language:fr|en}" + ClientOfIssuers.PATH)
    ModelAndView hear(Language language, Actor actor, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        PersonId holder = Holder.of(actor);
        fetches.use(holder, clock.instant());
        return hearIssuer
                .hear(holder, query, clock.instant())
                .map(offer -> pages.redirect(language, OfferPage.path(offer)))
                .orElseGet(() -> pages.page("wallet/answer-unknown", new UnknownAnswer(), HttpStatus.BAD_REQUEST));
    }
}
