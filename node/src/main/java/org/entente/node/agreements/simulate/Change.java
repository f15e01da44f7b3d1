package org.entente.node.agreements.simulate;

import java.time.Instant;
import org.entente.node.kernel.Jurisdiction;
import org.entente.protocols.dcql.ClaimPath;

/** One thing that may be otherwise. */
public sealed interface Change {
    /**
     * A government joins, whose one organisation issues what clauses recognise up to a level of assurance.
     *
     * @param party the jurisdiction's code
     * @param kind of government; one to which the entente is not open joins nothing
     */
    record Joins(String party, Jurisdiction.Kind kind, int level) implements Change {}

    /** No clause permits a claim, or this part of one, any more. */
    record Drops(ClaimPath claim) implements Change {}

    /** Every clause demands at least this level; what an issuer reaches, {@link Levels} says. */
    record Raises(int level) implements Change {}

    /** A party signs under another credential authority than the one that is pinned. */
    record Rotates(String party) implements Change {}

    /** A party's status lists end at a moment and no other follows. */
    record Expires(String party, Instant at) implements Change {}
}
