package org.entente.protocols.federation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The values of a JSON array as a set, in the order in which they first stand; equal is what is written the same canonically. */
record JsonSet(Map<String, JsonNode> values) {
    static JsonSet of(JsonNode array) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        array.forEach(value -> values.putIfAbsent(text(value), value));
        return new JsonSet(values);
    }

    static boolean same(JsonNode one, JsonNode other) {
        return text(one).equals(text(other));
    }

    boolean contains(JsonNode value) {
        return values.containsKey(text(value));
    }

    boolean containsAll(JsonSet other) {
        return values.keySet().containsAll(other.values.keySet());
    }

    JsonSet union(JsonSet other) {
        Map<String, JsonNode> all = new LinkedHashMap<>(values);
        other.values.forEach(all::putIfAbsent);
        return new JsonSet(all);
    }

    JsonSet intersection(JsonSet other) {
        Map<String, JsonNode> shared = new LinkedHashMap<>(values);
        shared.keySet().retainAll(other.values.keySet());
        return new JsonSet(shared);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    ArrayNode toJson() {
        ArrayNode array = Json.newArray();
        values.values().forEach(array::add);
        return array;
    }

    /** In an array, since the canonical form is one of objects and arrays alone. */
    private static String text(JsonNode value) {
        return new String(Json.canonical(Json.newArray().add(value)), StandardCharsets.UTF_8);
    }
}
