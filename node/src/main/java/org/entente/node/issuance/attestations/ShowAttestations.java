package org.entente.node.issuance.attestations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.credential.ReadClaims;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.Register;
import org.entente.node.registers.Registers;
import org.entente.node.web.FormErrors;
import org.springframework.stereotype.Component;

/** Gathers what a person has and may ask for. */
@Component
class ShowAttestations {
    private final CredentialTypes types;
    private final Registers registers;
    private final IssuedAttestations issued;
    private final ReadClaims claims;

    ShowAttestations(CredentialTypes types, Registers registers, IssuedAttestations issued, ReadClaims claims) {
        this.types = types;
        this.registers = registers;
        this.issued = issued;
        this.claims = claims;
    }

    AttestationsView show(PersonId person, FormErrors errors, Instant now) {
        Map<Boolean, List<Register>> byMatch = types.all().stream()
                .map(CredentialType::register)
                .distinct()
                .map(registers::register)
                .flatMap(Optional::stream)
                .collect(Collectors.partitioningBy(
                        register -> registers.recordOf(person, register.id()).isPresent()));
        return new AttestationsView(
                byMatch.getOrDefault(false, List.of()),
                byMatch.getOrDefault(true, List.of()).stream()
                        .flatMap(register -> choices(register, person).stream())
                        .toList(),
                issued.of(person, now),
                errors);
    }

    private List<AttestationsView.Choice> choices(Register register, PersonId person) {
        return types.all().stream()
                .filter(type -> type.register().equals(register.id()))
                .collect(Collectors.groupingBy(CredentialType::organisation, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> choice(entry.getKey(), register, entry.getValue(), person))
                .toList();
    }

    private AttestationsView.Choice choice(
            Organisation organisation, Register register, List<CredentialType> all, PersonId person) {
        Map<Boolean, List<CredentialType>> byName =
                all.stream().collect(Collectors.partitioningBy(claims.nameless(all, person)::contains));
        return new AttestationsView.Choice(
                organisation, register, byName.getOrDefault(false, List.of()), byName.getOrDefault(true, List.of()));
    }
}
