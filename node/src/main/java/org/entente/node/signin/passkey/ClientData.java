package org.entente.node.signin.passkey;

import com.yubico.webauthn.data.ByteArray;
import java.nio.charset.StandardCharsets;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the browser says of the question that it answers (WebAuthn Level 3 §5.8.1), as far as we ask it ourselves.
 *
 * @param challenge base64url, as it was asked
 * @param framed whether another site's page had ours inside: ours is never to be
 */
record ClientData(String challenge, boolean framed) {
    /**
     * Reads it.
     *
     * @throws ProtocolError when it is no strict JSON object with a challenge
     */
    static ClientData parse(byte[] utf8) {
        ObjectNode object = Json.object(new String(utf8, StandardCharsets.UTF_8));
        JsonNode challenge = object.path("challenge");
        if (!challenge.isString()) {
            throw new ProtocolError("invalid_request", "the client data has no challenge");
        }
        boolean framed = object.path("crossOrigin").asBoolean(true) && object.has("crossOrigin");
        return new ClientData(challenge.stringValue(), framed || object.has("topOrigin"));
    }

    /**
     * The challenge's bytes.
     *
     * @throws ProtocolError when it is not base64url
     */
    ByteArray challengeBytes() {
        return new ByteArray(Base64Url.decode(challenge));
    }
}
