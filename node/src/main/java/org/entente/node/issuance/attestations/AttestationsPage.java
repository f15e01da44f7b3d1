package org.entente.node.issuance.attestations;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.credential.ReadClaims;
import org.entente.node.issuance.offer.MadeOffer;
import org.entente.node.issuance.offer.MakeOffer;
import org.entente.node.issuance.offer.OfferRequest;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.Registers;
import org.entente.node.signin.SignedIn;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's attestations: what was issued, and what may be asked for. */
@Controller
class AttestationsPage {
    private final ShowAttestations show;
    private final CredentialTypes types;
    private final Registers registers;
    private final ReadClaims claims;
    private final MakeOffer makeOffer;
    private final Pages pages;
    private final InstantSource clock;

    AttestationsPage(
            ShowAttestations show,
            CredentialTypes types,
            Registers registers,
            ReadClaims claims,
            MakeOffer makeOffer,
            Pages pages,
            InstantSource clock) {
        this.show = show;
        this.types = types;
        this.registers = registers;
        this.claims = claims;
        this.makeOffer = makeOffer;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/attestations")
    ModelAndView read(Actor actor) {
        return pages.page("issuance/attestations", view(Resident.of(actor), FormErrors.none()));
    }

    @PostMapping("/{language}/attestations")
    ModelAndView ask(Language language, SignedIn signedIn, @RequestParam(defaultValue = "") List<String> type) {
        PersonId person = signedIn.person();
        List<CredentialType> asked = type.stream()
                .distinct()
                .map(types::find)
                .flatMap(Optional::stream)
                .toList();
        if (asked.isEmpty() || !OfferRequest.areOfOneSource(asked)) {
            return again(person, "issuance.choose.missing");
        }
        Optional<RecordId> record = registers.recordOf(person, asked.getFirst().register());
        if (record.isEmpty()) {
            return again(person, "issuance.choose.unmatched");
        }
        if (!claims.nameless(asked, person).isEmpty()) {
            // The page says why.
            return pages.redirect(language, "/attestations");
        }
        MadeOffer offer = makeOffer.make(
                new OfferRequest(asked, record.get(), Optional.of(person), Optional.empty()),
                signedIn,
                clock.instant());
        return pages.redirect(
                language,
                "/attestations/offers/" + offer.id().organisation() + "/"
                        + offer.id().value());
    }

    private ModelAndView again(PersonId person, String key) {
        return pages.invalid("issuance/attestations", view(person, FormErrors.of("type", key)));
    }

    private AttestationsView view(PersonId person, FormErrors errors) {
        return show.show(person, errors, clock.instant());
    }
}
