package org.entente.protocols.statuslist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The answer to a status list token: genuine and current, or the first step that failed. */
public sealed interface StatusListVerdict {
    /**
     * Every step held.
     *
     * @param list the statuses
     * @param issuedAt when it was signed
     * @param expiresAt when it ends; empty when it does not say
     * @param timeToLive how long it may be kept before it is fetched again; empty when it does not say
     */
    record Valid(StatusList list, Instant issuedAt, Optional<Instant> expiresAt, Optional<Duration> timeToLive)
            implements StatusListVerdict {
        /** Whether the token, which was genuine, is valid at this time too. */
        public boolean isValidAt(Instant now) {
            return !isFromTheFuture(now) && !isOver(now);
        }

        boolean isFromTheFuture(Instant now) {
            return issuedAt.isAfter(now.plus(StatusListToken.CLOCK_SKEW));
        }

        boolean isOver(Instant now) {
            return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
        }
    }

    /**
     * A step failed, and those after it were not tried.
     *
     * @param reason for officials and logs
     */
    record Refused(Step step, String reason) implements StatusListVerdict {}

    /** The steps in the order in which they are taken (Token Status List §8.3). */
    enum Step {
        /** It reads as a signed token with a list. */
        FORM,
        /** It says that it is a {@code statuslist+jwt}. */
        TYPE,
        /** The key signed it. */
        SIGNATURE,
        /** Its subject is the URI that the credential names. */
        SUBJECT,
        /** It is valid at this time. */
        VALIDITY
    }
}
