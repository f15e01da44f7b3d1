package org.entente.node.signin.passkey;

import com.yubico.webauthn.data.ByteArray;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a browser sends of a passkey: {@code PublicKeyCredential.toJSON()} (WebAuthn Level 3 §5.1.1), each value base64url.
 * Members that we do not use are not looked at.
 *
 * @param id of the passkey
 */
record PasskeyAnswer(ByteArray id, ByteArray clientDataJson, ClientData clientData, ObjectNode response) {
    /** The longest answer that is read, in characters; the largest keys and attestations need half of it. */
    static final int MAX_LENGTH = 16 * 1024;

    private static final int MAX_TRANSPORTS = 10;

    /**
     * Reads an answer.
     *
     * @throws ProtocolError {@code invalid_request} when it is no such thing
     */
    static PasskeyAnswer parse(String json) {
        if (json.length() > MAX_LENGTH) {
            throw malformed();
        }
        ObjectNode answer = Json.object(json);
        if (!(answer.path("response") instanceof ObjectNode response)
                || !answer.path("type").asString("").equals("public-key")) {
            throw malformed();
        }
        ByteArray clientData = bytes(response, "clientDataJSON");
        return new PasskeyAnswer(bytes(answer, "id"), clientData, ClientData.parse(clientData.getBytes()), response);
    }

    /** A value of the response that has to be there. */
    ByteArray bytes(String member) {
        return bytes(response, member);
    }

    /** What the authenticator calls its owner, if it says so. */
    Optional<ByteArray> userHandle() {
        JsonNode handle = response.path("userHandle");
        return handle.isNull() || handle.isMissingNode() ? Optional.empty() : Optional.of(bytes("userHandle"));
    }

    /** How the passkey can be reached: a hint for browsers, of which only words are kept. */
    Set<String> transports() {
        Set<String> transports = new LinkedHashSet<>();
        for (JsonNode transport : response.path("transports")) {
            if (transport.asString("").matches("[a-z-]{1,20}") && transports.size() < MAX_TRANSPORTS) {
                transports.add(transport.stringValue());
            }
        }
        return transports;
    }

    /** Never its values. */
    @Override
    public String toString() {
        return "PasskeyAnswer";
    }

    private static ByteArray bytes(ObjectNode object, String member) {
        JsonNode value = object.path(member);
        if (!value.isString()) {
            throw malformed();
        }
        return new ByteArray(Base64Url.decode(value.stringValue()));
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_request", "this is no answer of a passkey");
    }
}
