package org.entente.node.issuance.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All copies of one batch.
 *
 * @param organisation that issued it
 * @param configuration the name of its credential type
 * @param revoked when and why it was stopped; empty while it holds
 */
public record Family(
        String organisation,
        FamilyHandle handle,
        String configuration,
        LocalDate issuedOn,
        LocalDate expiresOn,
        int copies,
        Optional<Revoked> revoked) {
    /** Its end before its time. */
    public record Revoked(Instant at, RevocationReason reason) {}
}
