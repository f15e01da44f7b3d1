package org.entente.node.signin;

import java.time.Instant;
import org.entente.node.kernel.PersonId;

/**
 * What a room does when somebody recovered an account: who lost every way in may have lost what the room gave too. Rooms
 * contribute it; it joins the recovery's transaction.
 */
public interface AfterRecovery {
    /** The person has come back with a recovery code. */
    void recovered(PersonId person, Instant now);
}
