package org.entente.node.issuance.offer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.RecordId;

/**
 * An offer as it is kept.
 *
 * @param configurations the names of the credential types
 * @param record whose claims will be attested
 * @param person whose account asked for it; empty when a system did
 * @param redeemed whether its code was exchanged for a token
 */
public record Offer(
        OfferId id,
        List<String> configurations,
        RecordId record,
        Optional<PersonId> person,
        boolean redeemed,
        Instant expiresAt) {
    public Offer {
        configurations = List.copyOf(configurations);
    }
}
