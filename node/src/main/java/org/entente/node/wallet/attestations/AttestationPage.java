package org.entente.node.wallet.attestations;

import java.time.InstantSource;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.Holder;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One attestation: what it says, what was shown of it, and the way to delete it. */
@Controller
class AttestationPage {
    private static final String PATH = "/{language:fr|en}/wallet/attestations/{id}";

    private final Pages pages;
    private final Attestations attestations;
    private final Showings showings;
    private final InstantSource clock;

    AttestationPage(Pages pages, Attestations attestations, Showings showings, InstantSource clock) {
        this.pages = pages;
        this.attestations = attestations;
        this.showings = showings;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(Language language, Actor actor, @PathVariable UUID id) {
        return pages.page("wallet/attestation", view(Holder.of(actor), language, id));
    }

    @GetMapping(PATH + "/delete")
    ModelAndView confirm(Language language, Actor actor, @PathVariable UUID id) {
        return pages.page("wallet/delete", view(Holder.of(actor), language, id));
    }

    @PostMapping(PATH + "/delete")
    ModelAndView delete(Language language, Actor actor, @PathVariable UUID id) {
        if (!attestations.delete(Holder.of(actor), id)) {
            throw new NotFound();
        }
        return pages.redirect(language, "/wallet");
    }

    private AttestationView view(PersonId holder, Language language, UUID id) {
        Attestation attestation = attestations.find(holder, id).orElseThrow(NotFound::new);
        return new AttestationView(
                CardView.of(attestation, language, clock.instant()),
                attestations.renewsAt(id),
                attestations.isRenewalOver(id),
                ClaimView.of(attestations.read(attestation).claims(), attestation.labels(), language),
                showings.of(holder, id).stream()
                        .map(showing -> ShowingView.of(showing, language))
                        .toList());
    }
}
