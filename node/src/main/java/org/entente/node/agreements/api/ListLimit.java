package org.entente.node.agreements.api;

import org.entente.protocols.ProtocolError;

/** How much of a list is shown at once. */
final class ListLimit {
    /** Where nothing else is asked for. */
    static final String USUAL = "50";

    private static final int MOST = 200;

    private ListLimit() {}

    /** @throws ProtocolError {@code invalid_request} when it is less than one or more than a page has */
    static int require(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProtocolError("invalid_request", "limit is between 1 and " + MOST);
        }
        return limit;
    }
}
