package org.entente.node.issuance.permission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.node.issuance.offer.OfferId;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an authorization request asks for, by the names of configurations.
 *
 * @param scoped by scope
 * @param detailed by authorization details
 * @param offer which led to the request, if one did
 */
record AskedCredentials(List<String> scoped, List<String> detailed, Optional<OfferId> offer) {
    AskedCredentials {
        scoped = List.copyOf(scoped);
        detailed = List.copyOf(detailed);
    }

    /** All of them, each once. */
    List<String> all() {
        return Stream.concat(scoped.stream(), detailed.stream()).distinct().toList();
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        scoped.forEach(json.putArray("scoped")::add);
        detailed.forEach(json.putArray("detailed")::add);
        offer.ifPresent(id -> json.putObject("offer")
                .put("organisation", id.organisation())
                .put("id", id.value().toString()));
        return json;
    }

    static AskedCredentials of(ObjectNode json) {
        JsonNode offer = json.path("offer");
        return new AskedCredentials(
                texts(json.path("scoped")),
                texts(json.path("detailed")),
                offer.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new OfferId(
                                offer.path("organisation").stringValue(),
                                UUID.fromString(offer.path("id").stringValue()))));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
