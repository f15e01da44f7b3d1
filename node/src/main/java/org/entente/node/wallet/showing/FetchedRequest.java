package org.entente.node.wallet.showing;

import java.time.Instant;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request object as it came, not yet judged.
 *
 * @param clientId from the link
 * @param walletNonce what this wallet sent along, "" when nothing
 * @param object the compact JWS
 * @param fetchedAt to the second
 */
record FetchedRequest(String clientId, String walletNonce, String object, Instant fetchedAt) {
    byte[] toBytes() {
        return Json.bytes(Json.newObject()
                .put("client_id", clientId)
                .put("wallet_nonce", walletNonce)
                .put("object", object)
                .put("fetched_at", fetchedAt.getEpochSecond()));
    }

    static FetchedRequest of(byte[] bytes) {
        ObjectNode json = Json.object(bytes);
        return new FetchedRequest(
                json.path("client_id").asString(""),
                json.path("wallet_nonce").asString(""),
                json.path("object").asString(""),
                Instant.ofEpochSecond(json.path("fetched_at").asLong(0)));
    }
}
