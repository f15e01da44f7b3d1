package org.entente.checks.bench;

import java.net.URI;
import org.entente.protocols.oid4vci.CredentialOffer;

/** An offer that waits to be redeemed: its pre-authorized code and, where the issuer wants one, the transaction code. */
record PreparedOffer(URI issuer, String configuration, String code, String transactionCode) {
    static PreparedOffer of(CredentialOffer offer, String transactionCode) {
        return new PreparedOffer(
                offer.credentialIssuer(),
                offer.configurationIds().getFirst(),
                offer.preAuthorized()
                        .orElseThrow(() -> new BenchFailed("an offer has no pre-authorized code"))
                        .code(),
                transactionCode);
    }
}
