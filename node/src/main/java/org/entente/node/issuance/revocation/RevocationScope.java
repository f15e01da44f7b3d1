package org.entente.node.issuance.revocation;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.kernel.Organisation;
import org.entente.node.registers.RecordId;

/** What is to be revoked. */
public sealed interface RevocationScope {
    /** Whose credentials it may reach. */
    default Set<Organisation> issuers(CredentialTypes types) {
        return switch (this) {
            case OfFamily family -> Set.of(family.issuer());
            case OfRecord(RecordId record) ->
                types.all().stream()
                        .filter(type -> type.register().equals(record.register()))
                        .map(CredentialType::organisation)
                        .collect(Collectors.toUnmodifiableSet());
            case OfType of -> Set.of(of.type().organisation());
        };
    }

    /** All copies of one batch. */
    record OfFamily(Organisation issuer, FamilyHandle handle) implements RevocationScope {}

    /** Everything that was issued for a record. */
    record OfRecord(RecordId record) implements RevocationScope {}

    /** Everything of a type that was issued from one day to another, both included. */
    record OfType(CredentialType type, LocalDate from, LocalDate to) implements RevocationScope {}
}
