package org.entente.node.wallet.attestations;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.Holder;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A holder's wallet: what is in it, what was shown of it, and a place for a link that was copied. */
@Controller
class WalletPage {
    private static final String LINK = "link";

    private final Pages pages;
    private final Attestations attestations;
    private final Showings showings;
    private final InstantSource clock;

    WalletPage(Pages pages, Attestations attestations, Showings showings, InstantSource clock) {
        this.pages = pages;
        this.attestations = attestations;
        this.showings = showings;
        this.clock = clock;
    }

    @GetMapping("/{language:fr|en}/wallet")
    ModelAndView show(Language language, Actor actor) {
        return pages.page("wallet/wallet", view(Holder.of(actor), language, "", FormErrors.none()));
    }

    @PostMapping("/{language:fr|en}/wallet")
    ModelAndView follow(Language language, Actor actor, @RequestParam(name = LINK, defaultValue = "") String link) {
        PersonId holder = Holder.of(actor);
        Optional<String> page = PastedLink.page(link);
        return page.map(path -> pages.redirect(language, path))
                .orElseGet(() -> pages.invalid(
                        "wallet/wallet", view(holder, language, link, FormErrors.of(LINK, "wallet.link.unknown"))));
    }

    private WalletView view(PersonId holder, Language language, String link, FormErrors errors) {
        Instant now = clock.instant();
        return new WalletView(
                attestations.of(holder).stream()
                        .map(attestation -> CardView.of(attestation, language, now))
                        .toList(),
                showings.of(holder).stream()
                        .map(showing -> ShowingView.of(showing, language))
                        .toList(),
                link,
                errors);
    }
}
