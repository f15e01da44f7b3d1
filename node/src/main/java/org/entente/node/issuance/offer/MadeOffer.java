package org.entente.node.issuance.offer;

import java.net.URI;
import java.time.Instant;
import org.entente.protocols.oid4vci.CredentialOffer;

/**
 * An offer with everything that its holder needs.
 *
 * @param address where a wallet reads it; whoever has it and the transaction code gets the credentials
 * @param transactionCode to be told to the holder apart from the address
 */
public record MadeOffer(
        OfferId id, CredentialOffer offer, URI address, String transactionCode, Instant expiresAt, boolean redeemed) {
    /** Never the secrets. */
    @Override
    public String toString() {
        return "MadeOffer[" + id + "]";
    }
}
