package org.entente.node.wallet.receiving;

import java.util.Base64;
import org.entente.node.keys.WrappedKey;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.TokenResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * Permission to obtain the offered credentials: an access token, bound to a key made for this issuance alone.
 *
 * @param key signs the DPoP proofs (RFC 9449)
 */
record Grant(TokenResponse token, WrappedKey key) {
    byte[] toBytes() {
        ObjectNode json = Json.newObject();
        json.set("token", token.toJson());
        json.set("key", key.publicKey().toJson());
        json.put("sealed", Base64.getEncoder().encodeToString(key.sealed()));
        return Json.bytes(json);
    }

    static Grant of(byte[] bytes) {
        ObjectNode json = Json.object(bytes);
        return new Grant(
                TokenResponse.parse((ObjectNode) json.path("token")),
                new WrappedKey(
                        PublicJwk.parse(json.path("key")),
                        Base64.getDecoder().decode(json.path("sealed").asString(""))));
    }
}
