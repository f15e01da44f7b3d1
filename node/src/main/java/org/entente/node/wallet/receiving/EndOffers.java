package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends offers that come to nothing. A permission that was obtained for one goes back to its issuer, which hears of it later: no
 * holder waits for that.
 */
@Component
class EndOffers {
    private final Offers offers;
    private final Renewals renewals;
    private final Secrets secrets;
    private final TransactionOperations transaction;

    EndOffers(Offers offers, Renewals renewals, Secrets secrets, TransactionOperations transaction) {
        this.offers = offers;
        this.renewals = renewals;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    /** Ends an attempt that stopped: the offer is open again with its permission, or over. */
    void stop(Attempt attempt, Stopped stopped, Instant now) {
        transaction.executeWithoutResult(status -> {
            Optional<Attempt> permitted = offers.permitted(attempt.offer());
            if (offers.stop(attempt, stopped) && !stopped.problem().trouble().again()) {
                permitted.ifPresent(one -> giveBack(one, now));
            }
        });
    }

    /** The holder says no; nothing is done when a living process carries out an attempt or the offer is at its end. */
    void refuse(PersonId person, UUID id, Instant now) {
        transaction.executeWithoutResult(status -> {
            Optional<Attempt> permitted = offers.permitted(id);
            if (offers.refuse(person, id, now)) {
                permitted.ifPresent(one -> giveBack(one, now));
            }
        });
    }

    private void giveBack(Attempt permitted, Instant now) {
        permitted.grant().ifPresent(grant -> renewals.giveBack(secrets.id(), permitted.contents(), grant, now));
    }
}
