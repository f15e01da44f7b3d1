package org.entente.node.names;

import java.time.Instant;
import org.entente.node.kernel.PersonId;

/** What this government has attested of a person's names, for that person to take back when they put one away. */
public interface AttestedNames {
    /** Whether any attestation holds that may say a name of the person. */
    boolean hold(PersonId person, Instant now);

    /**
     * Whether the person could get new ones of all that hold.
     *
     * @param names theirs, as they stand or as they would
     */
    boolean renewable(PersonId person, SharedNames names, Instant now);

    /** Revokes all of them, for good, in the caller's transaction. */
    void revoke(PersonId person, Instant now);

    /** The page on which the person asks for new ones, without the language. */
    String page();
}
