package org.entente.node.wallet.receiving;

import java.net.URI;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where and under which name an issuer wants to hear what became of a batch (OID4VCI 1.0 §8.3, §11).
 *
 * @param id the issuer's name for the batch
 */
record NotificationAddress(URI endpoint, String id) {
    byte[] toBytes() {
        return Json.bytes(Json.newObject().put("endpoint", endpoint.toString()).put("id", id));
    }

    static NotificationAddress of(byte[] bytes) {
        ObjectNode json = Json.object(bytes);
        return new NotificationAddress(
                URI.create(json.path("endpoint").stringValue()), json.path("id").stringValue());
    }
}
