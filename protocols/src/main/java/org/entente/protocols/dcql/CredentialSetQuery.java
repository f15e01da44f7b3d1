package org.entente.protocols.dcql;

import java.util.List;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Combinations of credentials that serve one use case (OID4VP 1.0 §6.2).
 *
 * @param options combinations in order of preference, each the names of credential queries
 * @param required whether an answer without any of them is no answer
 */
public record CredentialSetQuery(List<List<String>> options, boolean required) {
    public CredentialSetQuery {
        options = options.stream().map(List::copyOf).toList();
        if (options.isEmpty() || options.stream().anyMatch(List::isEmpty)) {
            throw DcqlQuery.invalid("a credential set has an option, and each option a credential");
        }
    }

    static CredentialSetQuery parse(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            throw DcqlQuery.invalid("a credential set is an object");
        }
        return new CredentialSetQuery(
                DcqlQuery.list(object, "options", DcqlQuery::texts), DcqlQuery.flag(object, "required", true));
    }

    ObjectNode toJson() {
        ObjectNode object = Json.newObject();
        ArrayNode array = object.putArray("options");
        options.forEach(option -> option.forEach(array.addArray()::add));
        return object.put("required", required);
    }
}
