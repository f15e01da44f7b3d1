package org.entente.node.issuance.offer;

import org.entente.node.kernel.PersonId;
import org.entente.node.signin.AfterSignOut;
import org.springframework.stereotype.Component;

/** Ends the offers that a person's account made: whoever was in one of the ended sessions may have noted their codes. */
@Component
class EndOffersAfterSignOut implements AfterSignOut {
    private final Offers offers;

    EndOffersAfterSignOut(Offers offers) {
        this.offers = offers;
    }

    @Override
    public void signedOut(PersonId person) {
        offers.endOf(person);
    }
}
