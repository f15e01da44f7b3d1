package org.entente.node.issuance.attestations;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.issuance.offer.Entitlement;
import org.entente.node.issuance.offer.Offers;
import org.entente.node.issuance.revocation.RevocationScope;
import org.entente.node.issuance.revocation.RevokeCredentials;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.Registers;
import org.entente.node.signin.StandingPermissions;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Stops an attestation for good, on its holder's word. */
@Controller
class StopPage {
    private static final String PATH = "/{language}/attestations/stop/{organisation}/{handle}";

    private final IssuedAttestations issued;
    private final RevokeCredentials revokeCredentials;
    private final StandingPermissions permissions;
    private final Registers registers;
    private final Offers offers;
    private final Pages pages;
    private final InstantSource clock;

    StopPage(
            IssuedAttestations issued,
            RevokeCredentials revokeCredentials,
            StandingPermissions permissions,
            Registers registers,
            Offers offers,
            Pages pages,
            InstantSource clock) {
        this.issued = issued;
        this.revokeCredentials = revokeCredentials;
        this.permissions = permissions;
        this.registers = registers;
        this.offers = offers;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView ask(Actor actor, @PathVariable String organisation, @PathVariable String handle) {
        return pages.page("issuance/stop", own(actor, organisation, handle, clock.instant()));
    }

    @PostMapping(PATH)
    ModelAndView stop(Language language, Actor actor, @PathVariable String organisation, @PathVariable String handle) {
        Instant now = clock.instant();
        IssuedAttestation attestation = own(actor, organisation, handle, now);
        // First, so that no wallet renews or goes on fetching what is about to end: it may be in other hands.
        PersonId person = Resident.of(actor);
        permissions.withdraw(person, permitted -> Entitlement.isFor(attestation.type(), permitted));
        registers
                .recordOf(person, attestation.type().register())
                .ifPresent(record -> offers.end(record, attestation.type().id()));
        revokeCredentials.revoke(
                new RevocationScope.OfFamilies(
                        attestation.type().organisation(),
                        List.of(attestation.family().handle())),
                RevocationReason.ASKED,
                now);
        return pages.redirect(language, "/attestations");
    }

    private IssuedAttestation own(Actor actor, String organisation, String handle, Instant now) {
        var person = Resident.of(actor);
        return FamilyHandle.parse(handle)
                .flatMap(parsed -> issued.find(person, organisation, parsed, now))
                .orElseThrow(NotFound::new);
    }
}
