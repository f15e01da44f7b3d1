package org.entente.node.verification.presentation;

import org.entente.node.keys.Keys;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Claims between the answer and their collection: unreadable to whoever reads the database. */
public record SealedClaims(byte[] bytes) {
    private static final String PURPOSE = "presented claims";

    /** Seals claims. */
    public static SealedClaims seal(ObjectNode claims, Keys keys) {
        return new SealedClaims(keys.seal(PURPOSE, Json.bytes(claims)));
    }

    /** The claims. */
    public ObjectNode open(Keys keys) {
        return Json.object(keys.open(PURPOSE, bytes));
    }
}
