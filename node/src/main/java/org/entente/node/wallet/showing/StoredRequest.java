package org.entente.node.wallet.showing;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.wallet.attestations.Verifier;

/**
 * A request as a holder finds it again.
 *
 * @param contents gone when nothing is left to do with it
 * @param answerKept whether an answer stands ready that may have left
 * @param next where the verifier leads the holder back to
 * @param failure why the last answer did not arrive
 * @param attemptAt when the last answer was begun
 */
record StoredRequest(
        UUID id,
        Verifier verifier,
        RequestState state,
        Optional<FetchedRequest> contents,
        boolean answerKept,
        Optional<URI> next,
        Optional<Fault> failure,
        Optional<Instant> attemptAt) {
    /** Whether it may be answered: it is open, or an answer was broken off before it could leave. */
    boolean isAnswerable(Instant now) {
        return state == RequestState.OPEN || (isBrokenOff(RequestState.ANSWERING, now) && !answerKept);
    }

    /** Whether an answer left, or may have, and its fate is not known. */
    boolean isUncertain(Instant now) {
        return state == RequestState.UNCERTAIN || (isBrokenOff(RequestState.ANSWERING, now) && answerKept);
    }

    /** Whether its verifier may still be told that it cannot be answered. */
    boolean canBeTold(Instant now) {
        return state == RequestState.FAULTY || isBrokenOff(RequestState.TELLING, now);
    }

    /** By a restart for instance. */
    private boolean isBrokenOff(RequestState step, Instant now) {
        return state == step
                && attemptAt
                        .filter(at -> at.isBefore(now.minus(Requests.PATIENCE)))
                        .isPresent();
    }
}
