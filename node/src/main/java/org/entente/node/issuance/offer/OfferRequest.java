package org.entente.node.issuance.offer;

import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.RecordId;

/**
 * What is to be offered.
 *
 * @param types at least one, all of one organisation and one register
 * @param person whose account asks; empty when a system does
 * @param transactionCode chosen by the caller; empty to have one made
 */
public record OfferRequest(
        List<CredentialType> types, RecordId record, Optional<PersonId> person, Optional<String> transactionCode) {
    public OfferRequest {
        types = List.copyOf(types);
        if (!areOfOneSource(types)
                || types.stream().anyMatch(type -> !type.register().equals(record.register()))) {
            throw new IllegalArgumentException("an offer is of one organisation and one register");
        }
    }

    /** Whether the types can stand in one offer. */
    public static boolean areOfOneSource(List<CredentialType> types) {
        return types.stream().map(CredentialType::organisation).distinct().count() == 1
                && types.stream().map(CredentialType::register).distinct().count() == 1;
    }

    Organisation organisation() {
        return types.getFirst().organisation();
    }
}
