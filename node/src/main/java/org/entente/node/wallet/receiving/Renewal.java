package org.entente.node.wallet.receiving;

import java.util.Map;
import java.util.UUID;

/**
 * A permission to renew that is due.
 *
 * @param tries how often it was tried, this time included, since it succeeded last
 * @param lacking how often in a row something of it was not to be had while the rest was
 * @param attestations what it renews, each with the name of its configuration
 */
record Renewal(UUID id, KnownOffer contents, Grant grant, int tries, int lacking, Map<UUID, String> attestations) {
    Renewal {
        attestations = Map.copyOf(attestations);
    }
}
