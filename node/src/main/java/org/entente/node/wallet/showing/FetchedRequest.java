package org.entente.node.wallet.showing;

import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request object as it came, not yet judged.
 *
 * @param clientId from the link
 * @param walletNonce what this wallet sent along, "" when nothing
 * @param object the compact JWS
 */
record FetchedRequest(String clientId, String walletNonce, String object) {
    byte[] toBytes() {
        return Json.bytes(Json.newObject()
                .put("client_id", clientId)
                .put("wallet_nonce", walletNonce)
                .put("object", object));
    }

    static FetchedRequest of(byte[] bytes) {
        ObjectNode json = Json.object(bytes);
        return new FetchedRequest(
                json.path("client_id").asString(""),
                json.path("wallet_nonce").asString(""),
                json.path("object").asString(""));
    }
}
