package org.entente.node.issuance.attestations;

import java.time.Instant;
import java.util.List;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.issuance.offer.Offers;
import org.entente.node.issuance.revocation.RevocationScope;
import org.entente.node.issuance.revocation.RevokeCredentials;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.AttestedNames;
import org.entente.node.registers.Registers;
import org.springframework.stereotype.Component;

/**
 * Every attestation of a type that says names: which names a copy says is known to nobody here once it is issued. What wallets
 * are permitted stays, for they fetch the new ones; offers end, for they may be open.
 */
@Component
class RevokeAttestedNames implements AttestedNames {
    private final IssuedAttestations issued;
    private final RevokeCredentials revokeCredentials;
    private final Registers registers;
    private final Offers offers;

    RevokeAttestedNames(
            IssuedAttestations issued, RevokeCredentials revokeCredentials, Registers registers, Offers offers) {
        this.issued = issued;
        this.revokeCredentials = revokeCredentials;
        this.registers = registers;
        this.offers = offers;
    }

    @Override
    public boolean hold(PersonId person, Instant now) {
        return !holding(person, now).isEmpty();
    }

    @Override
    public void revoke(PersonId person, Instant now) {
        holding(person, now).forEach(attestation -> {
            var type = attestation.type();
            registers.recordOf(person, type.register()).ifPresent(record -> offers.end(record, type.id()));
            revokeCredentials.revoke(
                    new RevocationScope.OfFamilies(
                            type.organisation(), List.of(attestation.family().handle())),
                    RevocationReason.ASKED,
                    now);
        });
    }

    @Override
    public String page() {
        return "/attestations";
    }

    private List<IssuedAttestation> holding(PersonId person, Instant now) {
        return issued.of(person, now).stream()
                .filter(attestation -> attestation.state() == IssuedAttestation.State.HOLDS)
                .filter(attestation -> attestation.type().saysNames())
                .toList();
    }
}
