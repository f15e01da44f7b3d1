package org.entente.node.wallet.attestations;

import java.util.List;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a verifier says it asks for, and under what. A statement of the verifier's, not proven.
 *
 * @param purpose in its languages; empty when it says nothing
 * @param entente the address of the agreement it names, "" when none
 * @param clause the clause it names, "" when none
 */
public record Reason(List<Label> purpose, String entente, String clause) {
    public Reason {
        purpose = List.copyOf(purpose);
        clause = new Label(clause, "").text();
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("entente", entente).put("clause", clause);
        json.set("purpose", Label.toJson(purpose));
        return json;
    }

    static Reason parse(JsonNode json) {
        return new Reason(
                Label.parse(json.path("purpose")),
                json.path("entente").asString(""),
                json.path("clause").asString(""));
    }
}
