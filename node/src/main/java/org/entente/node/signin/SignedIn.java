package org.entente.node.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.session.Means;

/**
 * The session of somebody who is signed in. A handler that declares a parameter of this type is reached only with one;
 * everybody else is led to signing in.
 *
 * @param session its id, which never leaves the server
 * @param provenAt when the person last proved who signs in
 */
public record SignedIn(UUID session, PersonId person, Means means, Instant provenAt) {
    /** Whether that was a moment ago, as what could lock the person out demands. */
    public boolean isRecent(Duration recent, Instant now) {
        return now.isBefore(provenAt.plus(recent));
    }
}
