package org.entente.protocols.dcql;

import java.util.List;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One claim that is asked for (OID4VP 1.0 §6.3).
 *
 * @param id its name within the credential query; empty when no claim set refers to it
 * @param values the values of which any one serves; empty when any value does
 */
public record ClaimQuery(String id, ClaimPath path, List<JsonNode> values) {
    public ClaimQuery {
        values = List.copyOf(values);
        if (!id.isEmpty()) {
            DcqlQuery.requireId(id);
        }
    }

    /** A claim of any value, without a name. */
    public static ClaimQuery of(ClaimPath path) {
        return new ClaimQuery("", path, List.of());
    }

    /** What of the claims serves: of several elements of an array those of an acceptable value. Empty when nothing does. */
    List<ClaimPath> metBy(ObjectNode claims) {
        return path.selected(claims).stream()
                .filter(found -> values.isEmpty() || values.contains(found.in(claims)))
                .toList();
    }

    static ClaimQuery parse(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            throw DcqlQuery.invalid("a claim query is an object");
        }
        String id = object.has("id") ? DcqlQuery.text(object, "id") : "";
        return new ClaimQuery(
                id, ClaimPath.parse(object.path("path")), DcqlQuery.list(object, "values", ClaimQuery::value));
    }

    ObjectNode toJson() {
        ObjectNode object = Json.newObject();
        if (!id.isEmpty()) {
            object.put("id", id);
        }
        object.set("path", path.toJson());
        if (!values.isEmpty()) {
            ArrayNode array = object.putArray("values");
            values.forEach(array::add);
        }
        return object;
    }

    private static JsonNode value(JsonNode node) {
        if (node.isString() || node.isIntegralNumber() || node.isBoolean()) {
            return node;
        }
        throw DcqlQuery.invalid("a claim's value is a string, an integer or a boolean");
    }
}
