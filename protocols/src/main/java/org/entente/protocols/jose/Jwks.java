package org.entente.protocols.jose;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A set of public keys (RFC 7517 §5); each has a name of its own. */
public record Jwks(List<PublicJwk> keys) {
    /** The most keys that a set may hold. */
    public static final int MAX_KEYS = 32;

    /** @throws ProtocolError {@code invalid_request} when there are too many keys or two share a name */
    public Jwks {
        keys = List.copyOf(keys);
        if (keys.size() > MAX_KEYS) {
            throw malformed("a key set has at most " + MAX_KEYS + " keys");
        }
        Set<String> names = new HashSet<>();
        if (!keys.stream().allMatch(key -> names.add(key.keyId()))) {
            throw malformed("two keys of a set have the same kid");
        }
    }

    /** The set of these keys. */
    public static Jwks of(PublicJwk... keys) {
        return new Jwks(List.of(keys));
    }

    /**
     * Reads a set. A key of a type or curve that is not understood is passed over (RFC 7517 §5); a P-256 key that is
     * malformed or private makes the set malformed.
     */
    public static Jwks parse(JsonNode set) {
        if (!(set.path("keys") instanceof ArrayNode array) || array.size() > MAX_KEYS) {
            throw malformed("a key set has an array of at most " + MAX_KEYS + " keys");
        }
        return new Jwks(array.valueStream()
                .filter(key -> !(key instanceof ObjectNode object) || PublicJwk.isP256(object))
                .map(PublicJwk::parse)
                .toList());
    }

    /** The key of this name. */
    public Optional<PublicJwk> find(String keyId) {
        return keys.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
    }

    /** The JSON form, {@code {"keys": […]}}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        ArrayNode array = json.putArray("keys");
        keys.forEach(key -> array.add(key.toJson()));
        return json;
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
