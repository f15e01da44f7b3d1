package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.FetchAllowance;
import org.entente.node.wallet.Holder;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.entente.protocols.oid4vci.TransactionCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An offer, from the link that leads here to what became of it (OID4VCI 1.0 §4.1: credential offer endpoint). */
@Controller
class OfferPage {
    private static final int MAX_CODE = 64;

    private final Pages pages;
    private final FetchAllowance fetches;
    private final OpenOffer openOffer;
    private final ReceiveAttestations receiveAttestations;
    private final AskIssuer askIssuer;
    private final Offers offers;
    private final EndOffers endOffers;
    private final InstantSource clock;

    OfferPage(
            Pages pages,
            FetchAllowance fetches,
            OpenOffer openOffer,
            ReceiveAttestations receiveAttestations,
            AskIssuer askIssuer,
            Offers offers,
            EndOffers endOffers,
            InstantSource clock) {
        this.pages = pages;
        this.fetches = fetches;
        this.openOffer = openOffer;
        this.receiveAttestations = receiveAttestations;
        this.askIssuer = askIssuer;
        this.offers = offers;
        this.endOffers = endOffers;
        this.clock = clock;
    }

    /** Leads away from the link at once: it may carry the code, which belongs in no history. */
    @GetMapping("/{language:fr|en}/wallet/offer")
    ModelAndView open(
            Language language,
            Actor actor,
            @RequestParam("credential_offer") Optional<String> offer,
            @RequestParam("credential_offer_uri") Optional<String> offerUri) {
        PersonId holder = Holder.of(actor);
        fetches.use(holder, clock.instant());
        return switch (openOffer.open(holder, offer, offerUri, clock.instant())) {
            case OpenOutcome.Opened(UUID id) -> pages.redirect(language, path(id));
            case OpenOutcome.NotReadable(Step step, Problem problem) ->
                pages.page(
                        "wallet/offer-unreadable",
                        new UnreadableOffer(problem, OfferView.steps(step)),
                        HttpStatus.BAD_REQUEST);
        };
    }

    @GetMapping("/{language:fr|en}/wallet/offers/{id}")
    ModelAndView show(Language language, Actor actor, @PathVariable UUID id) {
        StoredOffer offer = find(Holder.of(actor), id);
        return pages.page(template(offer, clock.instant()), OfferView.of(offer, language, FormErrors.none()));
    }

    private static String template(StoredOffer offer, Instant now) {
        return switch (offer.state()) {
            case OPEN -> "wallet/offer";
            case ASKING -> "wallet/offer-asking";
            case RECEIVING -> offer.isInterrupted(now) ? "wallet/offer" : "wallet/offer-underway";
            case RECEIVED -> "wallet/offer-received";
            case REFUSED -> "wallet/offer-refused";
            case FAILED -> "wallet/offer-failed";
        };
    }

    @PostMapping("/{language:fr|en}/wallet/offers/{id}/accept")
    ModelAndView accept(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "tx_code", defaultValue = "") String typed) {
        PersonId holder = Holder.of(actor);
        StoredOffer offer = find(holder, id);
        if (!offer.permitted() && !offer.takesCode()) {
            return ask(language, actor, id);
        }
        String code = typed.strip();
        FormErrors errors = offer.permitted() ? FormErrors.none() : errors(offer, code);
        if (!errors.isEmpty()) {
            return pages.invalid("wallet/offer", OfferView.of(offer, language, errors));
        }
        fetches.use(holder, clock.instant());
        return switch (receiveAttestations.receive(holder, id, code, clock.instant())) {
            case ReceiveOutcome.Received _, ReceiveOutcome.NotOpen _, ReceiveOutcome.Interrupted _ ->
                pages.redirect(language, path(id));
        };
    }

    /** Leads to the issuer, where the holder signs in and allows it. */
    @PostMapping("/{language:fr|en}/wallet/offers/{id}/ask")
    ModelAndView ask(Language language, Actor actor, @PathVariable UUID id) {
        PersonId holder = Holder.of(actor);
        find(holder, id);
        fetches.use(holder, clock.instant());
        return switch (askIssuer.ask(holder, id, language, clock.instant())) {
            case AskOutcome.Leads(URI page) -> pages.redirect(page);
            case AskOutcome.NotOpen _ -> pages.redirect(language, path(id));
        };
    }

    private static FormErrors errors(StoredOffer offer, String code) {
        Optional<TransactionCode> asked = offer.contents().flatMap(KnownOffer::transactionCode);
        if (asked.isEmpty()) {
            return FormErrors.none();
        }
        int length = asked.get().length();
        if (code.isEmpty() || code.length() > MAX_CODE) {
            return FormErrors.of("tx_code", "wallet.code.missing");
        }
        return length == 0 || code.length() == length
                ? FormErrors.none()
                : FormErrors.of("tx_code", "wallet.code.length", length);
    }

    @PostMapping("/{language:fr|en}/wallet/offers/{id}/refuse")
    ModelAndView refuse(Language language, Actor actor, @PathVariable UUID id) {
        PersonId holder = Holder.of(actor);
        find(holder, id);
        endOffers.refuse(holder, id, clock.instant());
        return pages.redirect(language, path(id));
    }

    private StoredOffer find(PersonId holder, UUID id) {
        return offers.find(holder, id).orElseThrow(NotFound::new);
    }

    /** The page's address, without the language. */
    static String path(UUID id) {
        return "/wallet/offers/" + id;
    }
}
