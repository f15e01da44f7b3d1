package org.entente.node.agreements.api;

import org.entente.node.agreements.conclude.Officers;
import org.entente.node.signin.AccessToken;

/** Who acts by an access token. */
final class Approver {
    private Approver() {}

    static String of(AccessToken token) {
        return token.clientId().equals(token.subject())
                ? Officers.system(token.clientId())
                : Officers.person(token.subject());
    }
}
