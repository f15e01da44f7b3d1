package org.entente.node.signin;

import org.entente.node.kernel.PersonId;

/**
 * What a room does when somebody signed out everywhere else: what it gave in a session that outlives the session may be in
 * other hands. Rooms contribute it; it joins the transaction in which the sessions end, after they have.
 */
public interface AfterSignOut {
    /** The sessions of the person have ended, all but one perhaps. */
    void signedOut(PersonId person);
}
