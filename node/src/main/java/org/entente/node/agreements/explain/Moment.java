package org.entente.node.agreements.explain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;

/**
 * The moment asked about, and what nobody here can know of it: what will be suspended or revoked on a day that has not come,
 * and what an issuer published on one that is over, of which no copy is kept.
 */
record Moment(Instant at, Instant now) {
    private static final Set<PathStep> AHEAD = EnumSet.of(PathStep.STATUS_LIST, PathStep.FRESHNESS);
    private static final Set<PathStep> OVER = EnumSet.of(PathStep.METADATA, PathStep.CERTIFICATE, PathStep.STATUS_LIST);

    boolean isNow() {
        return at.equals(now);
    }

    boolean isAhead() {
        return at.isAfter(now);
    }

    /** Whether a step is about something that cannot be known of the moment. */
    boolean hides(PathStep step) {
        return !isNow() && (isAhead() ? AHEAD : OVER).contains(step);
    }

    /** What cannot be known; empty for this moment. */
    Optional<Text> reservation() {
        return isNow()
                ? Optional.empty()
                : Optional.of(Messages.ofProgram()
                        .text(isAhead() ? "agreements.proof.unknown.ahead" : "agreements.proof.unknown.over"));
    }
}
