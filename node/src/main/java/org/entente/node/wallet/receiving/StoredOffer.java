package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer as a holder finds it again.
 *
 * @param contents gone when nothing is left to do with it
 * @param permitted whether the issuer already gave its permission, so that no code is needed again
 * @param failure why the last attempt stopped
 * @param attemptAt when the process that carries out the last attempt was last known to live
 */
record StoredOffer(
        UUID id,
        URI issuer,
        OfferState state,
        Optional<KnownOffer> contents,
        boolean permitted,
        Optional<Failure> failure,
        Optional<Instant> attemptAt) {
    /**
     * Where and why an attempt stopped.
     *
     * @param again from when on the issuer says that it would go on
     */
    record Failure(Step step, Problem problem, Optional<Instant> again) {}

    /** Whether the offer's own code redeems it here. */
    boolean takesCode() {
        return contents.flatMap(KnownOffer::preAuthorized).isPresent();
    }

    /** Whether the holder can be led to the issuer to allow it. */
    boolean canAsk() {
        return contents.filter(KnownOffer::canAsk).isPresent();
    }

    /** Whether an attempt was broken off, by a restart for instance, and may be taken up again. */
    boolean isInterrupted(Instant now) {
        return state == OfferState.RECEIVING
                && attemptAt.filter(at -> at.isBefore(now.minus(Offers.LEASE))).isPresent();
    }
}
