package org.entente.protocols.jose;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the claims of a JWT strictly (RFC 7519 §4): a claim has the type it should have, or the token is malformed.
 *
 * @param claims the payload
 * @param error the code of the {@link ProtocolError} for a claim that is missing or of another type
 */
public record Claims(ObjectNode claims, String error) {
    /** The longest text of a claim, in characters. */
    public static final int MAX_TEXT = 2048;

    private static final long LATEST = 253_402_300_799L;

    /** A text that must be there and not be empty. */
    public String text(String name) {
        return asText(name, claims.path(name));
    }

    /** An absolute URI that must be there. */
    public URI uri(String name) {
        return asUri(name, text(name));
    }

    /** A time that must be there: whole seconds since 1970, before the year 10000 (RFC 7519 §2, NumericDate). */
    public Instant time(String name) {
        JsonNode value = claims.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw malformed(name);
        }
        long seconds = value.longValue();
        if (seconds < 0 || seconds > LATEST) {
            throw malformed(name);
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** An object that must be there. */
    public ObjectNode object(String name) {
        return optionalObject(name).orElseThrow(() -> malformed(name));
    }

    /** An object that may be missing. */
    public Optional<ObjectNode> optionalObject(String name) {
        JsonNode value = claims.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (value instanceof ObjectNode object) {
            return Optional.of(object);
        }
        throw malformed(name);
    }

    /** A list of texts, at most so many; empty when it is missing. */
    public List<String> texts(String name, int limit) {
        JsonNode value = claims.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!(value instanceof ArrayNode array) || array.size() > limit) {
            throw malformed(name);
        }
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(asText(name, element)));
        return List.copyOf(texts);
    }

    /** A list of absolute URIs, at most so many; empty when it is missing. */
    public List<URI> uris(String name, int limit) {
        return texts(name, limit).stream().map(text -> asUri(name, text)).toList();
    }

    private String asText(String name, JsonNode value) {
        if (!value.isString()
                || value.stringValue().isEmpty()
                || value.stringValue().length() > MAX_TEXT) {
            throw malformed(name);
        }
        return value.stringValue();
    }

    private URI asUri(String name, String text) {
        try {
            URI uri = new URI(text);
            if (uri.isAbsolute()) {
                return uri;
            }
            throw malformed(name);
        } catch (URISyntaxException e) {
            throw malformed(name);
        }
    }

    private ProtocolError malformed(String name) {
        return new ProtocolError(error, "the claim " + name + " is missing or not what it should be");
    }
}
