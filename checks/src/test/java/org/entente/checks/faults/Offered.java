package org.entente.checks.faults;

import java.net.URI;
import org.entente.protocols.oid4vci.CredentialOffer;
import tools.jackson.databind.node.ObjectNode;

/** An offer as the API hands it over. */
record Offered(URI address, CredentialOffer offer, String transactionCode) {
    static Offered of(ObjectNode made) {
        return new Offered(
                URI.create(made.path("credential_offer_uri").asString("")),
                CredentialOffer.parse((ObjectNode) made.path("credential_offer")),
                made.path("transaction_code").asString(""));
    }

    String code() {
        return offer.preAuthorized().orElseThrow().code();
    }
}
