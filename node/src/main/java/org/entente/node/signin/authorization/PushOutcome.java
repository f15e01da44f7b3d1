package org.entente.node.signin.authorization;

import java.time.Duration;
import org.entente.protocols.oauth.PushedRequestResponse;

/** What becomes of a pushed request. */
sealed interface PushOutcome {
    /** It is kept and can be opened. */
    record Pushed(PushedRequestResponse response) implements PushOutcome {}

    /** It could be put to a person, but too many came from the same network; nothing is kept. */
    record TooMany(Duration retryAfter) implements PushOutcome {}

    /** Nothing is kept. */
    record Refused(String code, String publicText) implements PushOutcome {}
}
