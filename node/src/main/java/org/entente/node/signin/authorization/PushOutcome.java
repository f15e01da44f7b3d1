package org.entente.node.signin.authorization;

import org.entente.protocols.oauth.PushedRequestResponse;

/** What becomes of a pushed request. */
sealed interface PushOutcome {
    /** It is kept and can be opened. */
    record Pushed(PushedRequestResponse response) implements PushOutcome {}

    /** Nothing is kept. */
    record Refused(String code, String publicText) implements PushOutcome {}
}
