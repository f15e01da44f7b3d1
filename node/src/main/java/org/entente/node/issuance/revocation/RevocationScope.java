package org.entente.node.issuance.revocation;

import java.time.LocalDate;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.kernel.Organisation;
import org.entente.node.registers.RecordId;

/** What is to be revoked. */
public sealed interface RevocationScope {
    /** All copies of one batch. */
    record OfFamily(Organisation issuer, FamilyHandle handle) implements RevocationScope {}

    /** Everything that was issued for a record. */
    record OfRecord(RecordId record) implements RevocationScope {}

    /** Everything of a type that was issued from one day to another, both included. */
    record OfType(CredentialType type, LocalDate from, LocalDate to) implements RevocationScope {}
}
