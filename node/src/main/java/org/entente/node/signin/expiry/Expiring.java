package org.entente.node.signin.expiry;

import java.time.Instant;

/** Storage whose rows stop counting at a time of their own. */
public interface Expiring {
    /** Removes the rows that no longer count. */
    void removeExpired(Instant now);
}
