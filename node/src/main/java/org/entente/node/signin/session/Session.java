package org.entente.node.signin.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;

/**
 * What a browser is signed in as.
 *
 * @param signedIn as whom and how; empty while it is nobody
 */
record Session(UUID id, Optional<SignIn> signedIn) {
    /**
     * A sign-in that holds.
     *
     * @param at when it was last proven
     */
    record SignIn(PersonId person, Means means, Instant at) {}
}
