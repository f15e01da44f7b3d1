package org.entente.protocols.oid4vp;

import java.util.Optional;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The words of the specification that more than one message uses, and how their members are read. */
final class Oid4vp {
    static final String REQUEST_TYPE = "oauth-authz-req+jwt";
    static final String AUDIENCE = "https://self-issued.me/v2";
    static final String RESPONSE_TYPE = "vp_token";
    static final String RESPONSE_MODE = "direct_post.jwt";
    static final int MAX_TEXT = 2048;

    private Oid4vp() {}

    static ProtocolError invalid(String text) {
        return new ProtocolError("invalid_request", text);
    }

    static String required(ObjectNode object, String name) {
        return optional(object, name).orElseThrow(() -> invalid(name + " is missing"));
    }

    static Optional<String> optional(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()
                || value.stringValue().isEmpty()
                || value.stringValue().length() > MAX_TEXT) {
            throw invalid(name + " is a short text");
        }
        return Optional.of(value.stringValue());
    }
}
