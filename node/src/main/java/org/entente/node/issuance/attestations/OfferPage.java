package org.entente.node.issuance.attestations;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.offer.MadeOffer;
import org.entente.node.issuance.offer.MakeOffer;
import org.entente.node.kernel.Actor;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.entente.node.web.WebSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Leads from an offer to a wallet, and shows the code that the wallet asks for; to the person who asked alone. */
@Controller
class OfferPage {
    private final MakeOffer offers;
    private final CredentialTypes types;
    private final WebSettings web;
    private final Pages pages;
    private final InstantSource clock;

    OfferPage(MakeOffer offers, CredentialTypes types, WebSettings web, Pages pages, InstantSource clock) {
        this.offers = offers;
        this.types = types;
        this.web = web;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/attestations/offers/{organisation}/{id}")
    ModelAndView read(Actor actor, @PathVariable String organisation, @PathVariable UUID id) {
        MadeOffer offer = offers.find(id, organisation, Resident.of(actor), clock.instant())
                .orElseThrow(NotFound::new);
        OfferView view = new OfferView(
                offer,
                offer.offer().configurationIds().stream()
                        .map(types::find)
                        .flatMap(Optional::stream)
                        .toList(),
                web.wallets());
        return pages.page(offer.redeemed() ? "issuance/offer-taken" : "issuance/offer", view);
    }
}
