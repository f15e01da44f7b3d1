package org.entente.node.agreements.life;

import java.time.Instant;
import org.entente.node.agreements.document.Party;

/**
 * A party in the entente's life.
 *
 * @param since its entry into force or accession
 * @param until when its withdrawal takes effect; {@link Instant#MAX} without one
 */
public record Member(Party party, Instant since, Instant until) {
    /** Whether it is bound at this moment. */
    public boolean isBoundAt(Instant instant) {
        return !instant.isBefore(since) && instant.isBefore(until);
    }

    /** Whether it has given notice. */
    public boolean isLeaving() {
        return !until.equals(Instant.MAX);
    }
}
