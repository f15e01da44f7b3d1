package org.entente.protocols.statuslist;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the status of a credential stands (Token Status List §6.2).
 *
 * @param uri of the status list token
 * @param index in the list, from 0
 */
public record StatusReference(URI uri, int index) {
    private static final int MAX_URI_LENGTH = 2048;

    /** @throws ProtocolError {@code invalid_request} when the index is negative or the URI is not absolute */
    public StatusReference {
        if (index < 0 || !uri.isAbsolute()) {
            throw malformed();
        }
    }

    /**
     * Reads the claim {@code status} of a credential; empty when it speaks of no status list.
     *
     * @throws ProtocolError {@code invalid_request} when the reference is malformed
     */
    public static Optional<StatusReference> parse(JsonNode status) {
        if (status.isMissingNode()) {
            return Optional.empty();
        }
        if (!status.isObject()) {
            throw malformed();
        }
        JsonNode reference = status.path("status_list");
        return reference.isMissingNode() ? Optional.empty() : Optional.of(read(reference));
    }

    private static StatusReference read(JsonNode reference) {
        JsonNode index = reference.path("idx");
        JsonNode uri = reference.path("uri");
        if (!index.isInt() || !uri.isString() || uri.stringValue().length() > MAX_URI_LENGTH) {
            throw malformed();
        }
        try {
            return new StatusReference(new URI(uri.stringValue()), index.intValue());
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    /** The claim {@code status}: {@code {"status_list": {"idx": …, "uri": "…"}}}. */
    public ObjectNode toJson() {
        ObjectNode status = Json.newObject();
        status.putObject("status_list").put("idx", index).put("uri", uri.toString());
        return status;
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_request", "the status reference is malformed");
    }
}
