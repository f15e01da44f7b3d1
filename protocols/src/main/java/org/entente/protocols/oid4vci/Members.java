package org.entente.protocols.oid4vci;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.JsonNode;

/** Reads the members of a document; the error carries the code of the document's own protocol step. */
record Members(JsonNode object, String errorCode) {
    static final int MAX_TEXT = 2048;
    private static final int MAX_ITEMS = 256;

    String string(String name) {
        return optionalString(name).orElseThrow(() -> malformed(name + " is missing"));
    }

    Optional<String> optionalString(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(text(value, name));
    }

    /** A whole number, this one when the member is absent. */
    int integer(String name, int absent) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isInt()) {
            throw malformed(name + " is not a whole number");
        }
        return value.intValue(absent);
    }

    URI uri(String name) {
        return optionalUri(name).orElseThrow(() -> malformed(name + " is missing"));
    }

    Optional<URI> optionalUri(String name) {
        return optionalString(name).map(text -> toUri(text, name));
    }

    /** The strings of an array, none when the member is absent. */
    List<String> strings(String name) {
        return items(name).stream().map(item -> text(item, name)).toList();
    }

    List<URI> uris(String name) {
        return strings(name).stream().map(text -> toUri(text, name)).toList();
    }

    /** The items of an array, none when the member is absent. */
    List<JsonNode> items(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MAX_ITEMS) {
            throw malformed(name + " is not an array of at most " + MAX_ITEMS);
        }
        return value.valueStream().toList();
    }

    Members in(JsonNode other) {
        return new Members(other, errorCode);
    }

    ProtocolError malformed(String text) {
        return new ProtocolError(errorCode, text);
    }

    private String text(JsonNode value, String name) {
        if (!value.isString()
                || value.stringValue().isEmpty()
                || value.stringValue().length() > MAX_TEXT) {
            throw malformed(name + " is not a string of 1 to " + MAX_TEXT + " characters");
        }
        return value.stringValue();
    }

    private URI toUri(String text, String name) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw malformed(name + " is not an address");
        }
    }
}
