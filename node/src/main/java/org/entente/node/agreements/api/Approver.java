package org.entente.node.agreements.api;

import org.entente.node.signin.AccessToken;

/** Who acts by an access token: the same name each time, and another one for everybody else. */
final class Approver {
    private Approver() {}

    static String of(AccessToken token) {
        return token.clientId().equals(token.subject()) ? "client " + token.clientId() : "person " + token.subject();
    }
}
