package org.entente.node.issuance.revocation;

import java.time.LocalDate;
import java.util.List;
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
            case OfFamilies families -> Set.of(families.issuer());
            case OfRecords(List<RecordId> records) ->
                types.all().stream()
                        .filter(type -> records.stream().map(RecordId::register).anyMatch(type.register()::equals))
                        .map(CredentialType::organisation)
                        .collect(Collectors.toUnmodifiableSet());
            case OfType of -> Set.of(of.type().organisation());
        };
    }

    /** All copies of these batches of an issuer. */
    record OfFamilies(Organisation issuer, List<FamilyHandle> handles) implements RevocationScope {
        public OfFamilies {
            handles = List.copyOf(handles);
        }
    }

    /** Everything that was issued for these records. */
    record OfRecords(List<RecordId> records) implements RevocationScope {
        public OfRecords {
            records = List.copyOf(records);
        }
    }

    /** Everything of a type that was issued from one day to another, both included. */
    record OfType(CredentialType type, LocalDate from, LocalDate to) implements RevocationScope {}
}
