package org.entente.node.signin.session;

import java.util.UUID;

/**
 * A new session.
 *
 * @param token for its browser alone
 */
record StartedSession(UUID id, String token) {
    /** Never the token. */
    @Override
    public String toString() {
        return "StartedSession[" + id + "]";
    }
}
