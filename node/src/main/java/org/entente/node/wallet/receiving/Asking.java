package org.entente.node.wallet.receiving;

import java.util.Base64;
import org.entente.node.keys.WrappedKey;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.CodeVerifier;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the wallet remembers while the holder is with the issuer.
 *
 * @param verifier shows the token endpoint that the request was ours (RFC 7636)
 * @param key to which code and token are bound (RFC 9449 §10)
 */
record Asking(CodeVerifier verifier, WrappedKey key) {
    byte[] toBytes() {
        ObjectNode json = Json.newObject().put("verifier", verifier.value());
        json.set("key", key.publicKey().toJson());
        json.put("sealed", Base64.getEncoder().encodeToString(key.sealed()));
        return Json.bytes(json);
    }

    static Asking of(byte[] bytes) {
        ObjectNode json = Json.object(bytes);
        return new Asking(
                new CodeVerifier(json.path("verifier").asString("")),
                new WrappedKey(
                        PublicJwk.parse(json.path("key")),
                        Base64.getDecoder().decode(json.path("sealed").asString(""))));
    }
}
