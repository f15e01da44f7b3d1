package org.entente.node.issuance.attestations;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.credential.ReadClaims;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.issuance.offer.Offers;
import org.entente.node.issuance.revocation.RevocationScope;
import org.entente.node.issuance.revocation.RevokeCredentials;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.AttestedNames;
import org.entente.node.names.SharedNames;
import org.entente.node.registers.Registers;
import org.entente.node.signin.StandingPermissions;
import org.springframework.stereotype.Component;

/**
 * Every attestation of a type that says names: which names a copy says is known to nobody here once it is issued. What wallets
 * are permitted stays, for they fetch the new ones; offers end, for they may be open.
 */
@Component
class RevokeAttestedNames implements AttestedNames {
    private final CredentialTypes types;
    private final IssuedAttestations issued;
    private final ReadClaims claims;
    private final RevokeCredentials revokeCredentials;
    private final Registers registers;
    private final Offers offers;
    private final StandingPermissions permissions;

    RevokeAttestedNames(
            CredentialTypes types,
            IssuedAttestations issued,
            ReadClaims claims,
            RevokeCredentials revokeCredentials,
            Registers registers,
            Offers offers,
            StandingPermissions permissions) {
        this.types = types;
        this.issued = issued;
        this.claims = claims;
        this.revokeCredentials = revokeCredentials;
        this.registers = registers;
        this.offers = offers;
        this.permissions = permissions;
    }

    @Override
    public boolean hold(PersonId person, Instant now) {
        return !holding(person, now).isEmpty();
    }

    @Override
    public boolean renewable(PersonId person, SharedNames names, Instant now) {
        return holding(person, now).stream()
                .map(IssuedAttestation::type)
                .distinct()
                .collect(Collectors.groupingBy(CredentialType::register))
                .values()
                .stream()
                .allMatch(held -> claims.nameless(held, person, names).isEmpty());
    }

    /**
     * Offers end first, and permissions are waited for: an issuance under way either ends before and is revoked too, or finds
     * its offer ended and the name put away.
     */
    @Override
    public void revoke(PersonId person, Instant now) {
        types.all().stream()
                .filter(CredentialType::saysNames)
                .forEach(type ->
                        registers.recordOf(person, type.register()).ifPresent(record -> offers.end(record, type.id())));
        permissions.await(person);
        handles(person, now)
                .forEach((issuer, handles) -> revokeCredentials.revoke(
                        new RevocationScope.OfFamilies(issuer, handles), RevocationReason.ASKED, now));
    }

    /** What holds, by its issuer; in one order for everybody, so that two bearers never wait for each other's lists. */
    private SortedMap<Organisation, List<FamilyHandle>> handles(PersonId person, Instant now) {
        return holding(person, now).stream()
                .collect(Collectors.groupingBy(
                        attestation -> attestation.type().organisation(),
                        () -> new TreeMap<>(Comparator.comparing(Organisation::id)),
                        Collectors.mapping(attestation -> attestation.family().handle(), Collectors.toList())));
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
