package org.entente.node.wallet.receiving;

import java.net.URI;

/**
 * What this wallet is to issuers: a client without a secret that is named by its origin, as issuers that know it have it
 * registered.
 */
record ClientOfIssuers(URI origin) {
    /** Where answers arrive, in no language. */
    static final String PATH = "/wallet/authorized";

    String id() {
        return origin.toString();
    }

    URI redirectUri() {
        return URI.create(origin + PATH);
    }
}
