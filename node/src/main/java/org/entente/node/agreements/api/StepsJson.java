package org.entente.node.agreements.api;

import java.util.List;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.page.Step;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what has happened: the transitions, and what went before each version's entry into force. */
final class StepsJson {
    private StepsJson() {}

    static void write(Held held, ObjectNode json) {
        List<Step> steps = Step.all(held);
        ArrayNode transitions = json.putArray("transitions");
        ArrayNode before = json.putArray("before_entry");
        for (Step step : steps) {
            ObjectNode one = step(step);
            step.hash().ifPresent(hash -> one.put(step.number().isPresent() ? "hash" : "document", hash));
            step.number().ifPresentOrElse(number -> transitions.add(one.put("number", number)), () -> before.add(one));
        }
    }

    private static ObjectNode step(Step step) {
        ObjectNode json = Json.newObject()
                .put("at", step.at().toString())
                .put("what", step.what())
                .put("version", step.version());
        ArrayNode by = json.putArray("by");
        step.who().forEach(one -> by.add(one.party()));
        step.target().ifPresent(target -> {
            json.put("party", target.party());
            ArrayNode issuers = json.putArray("issuers");
            step.issuers().forEach(issuer -> issuers.add(issuer.toString()));
            ArrayNode types = json.putArray("credential_types");
            step.types().forEach(types::add);
        });
        return json;
    }
}
