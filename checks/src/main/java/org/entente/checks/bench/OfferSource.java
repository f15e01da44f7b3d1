package org.entente.checks.bench;

import java.util.List;

/** Where offers come from. */
interface OfferSource {
    /** This many offers that nobody has redeemed. */
    List<PreparedOffer> offers(int count);
}
