package org.entente.node.issuance.attestations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.family.Families;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.Registers;
import org.springframework.stereotype.Component;

/** What was issued to a person, found from the records that the person's account holds. */
@Component
class IssuedAttestations {
    private final CredentialTypes types;
    private final Registers registers;
    private final Families families;

    IssuedAttestations(CredentialTypes types, Registers registers, Families families) {
        this.types = types;
        this.registers = registers;
        this.families = families;
    }

    /** All of a person's, by type, the latest first. */
    List<IssuedAttestation> of(PersonId person, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return types.all().stream()
                .flatMap(type -> registers.recordOf(person, type.register()).stream()
                        .flatMap(record -> families.of(type, record).stream())
                        .map(family -> IssuedAttestation.of(type, family, today)))
                .toList();
    }

    /** The person's own of this name. */
    Optional<IssuedAttestation> find(PersonId person, String organisation, FamilyHandle handle, Instant now) {
        return of(person, now).stream()
                .filter(issued -> issued.family().organisation().equals(organisation))
                .filter(issued -> issued.family().handle().equals(handle))
                .findFirst();
    }
}
