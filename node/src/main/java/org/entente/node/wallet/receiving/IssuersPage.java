package org.entente.node.wallet.receiving;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.Holder;
import org.entente.node.wallet.WalletSettings;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From whom to obtain an attestation: issuers by name, those that the holder has met, or one by its address. */
@Controller
class IssuersPage {
    private static final String FIELD = "issuer";
    private static final String ROUTE = "/{language:fr|en}/wallet/issuers";

    private final Pages pages;
    private final WalletSettings settings;
    private final Attestations attestations;

    IssuersPage(Pages pages, WalletSettings settings, Attestations attestations) {
        this.pages = pages;
        this.settings = settings;
        this.attestations = attestations;
    }

    @GetMapping(ROUTE)
    ModelAndView show(Language language, Actor actor) {
        return pages.page("wallet/issuers", view(Holder.of(actor), language, "", FormErrors.none()));
    }

    @PostMapping(ROUTE)
    ModelAndView go(Language language, Actor actor, @RequestParam(name = FIELD, defaultValue = "") String typed) {
        PersonId holder = Holder.of(actor);
        return IssuerAddress.parse(typed)
                .map(issuer -> pages.redirect(language, path(issuer)))
                .orElseGet(() -> pages.invalid(
                        "wallet/issuers",
                        view(holder, language, typed, FormErrors.of(FIELD, "wallet.issuers.malformed"))));
    }

    /** The address of an issuer's page, without the language. */
    static String path(URI issuer) {
        return "/wallet/issuer?issuer=" + URLEncoder.encode(issuer.toString(), StandardCharsets.UTF_8);
    }

    private IssuersView view(PersonId holder, Language language, String typed, FormErrors errors) {
        List<URI> known = settings.issuers().stream()
                .map(WalletSettings.KnownIssuer::issuer)
                .toList();
        List<IssuersView.Met> met = attestations.of(holder).stream()
                .filter(attestation -> !known.contains(attestation.issuer()))
                .map(attestation -> met(attestation, language))
                .distinct()
                .toList();
        return new IssuersView(settings.issuers(), met, typed, errors);
    }

    private static IssuersView.Met met(Attestation attestation, Language language) {
        return new IssuersView.Met(attestation.issuer(), attestation.issuerName(language));
    }
}
