package org.entente.node.wallet.receiving;

import java.util.Base64;
import java.util.Optional;
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
    private static final String REFRESH_TOKEN = "refresh_token";

    /** What renews it, if the issuer allows that (RFC 6749 §6). */
    Optional<String> refreshToken() {
        return Optional.of(token.further().path(REFRESH_TOKEN).asString("")).filter(text -> !text.isEmpty());
    }

    /** The same with an earlier refresh token, which goes on counting where a new answer brings none. */
    Grant orRenewedBy(String earlier) {
        if (refreshToken().isPresent()) {
            return this;
        }
        ObjectNode further = token.further().deepCopy().put(REFRESH_TOKEN, earlier);
        return new Grant(
                new TokenResponse(token.accessToken(), token.type(), token.expiresInSeconds(), token.scope(), further),
                key);
    }

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
