package org.entente.node.signin.authorization;

import java.time.Instant;
import java.util.UUID;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.session.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves a wallet's request to whoever signs in next, and signs out the person whom it found signed in: a browser that
 * several people share had the wrong one.
 */
@Component
class StepAside {
    private final AuthorizationRequests requests;
    private final Sessions sessions;

    StepAside(AuthorizationRequests requests, Sessions sessions) {
        this.requests = requests;
        this.sessions = sessions;
    }

    /**
     * Both or neither.
     *
     * @return false, and nothing is changed, when the request was answered, is another person's or has expired
     */
    @Transactional
    public boolean stepAside(UUID request, SignedIn signedIn, Instant now) {
        boolean released = requests.release(request, signedIn.person(), now);
        if (released) {
            sessions.end(signedIn.person(), signedIn.session());
        }
        return released;
    }
}
