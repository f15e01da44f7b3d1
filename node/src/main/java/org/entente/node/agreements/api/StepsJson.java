package org.entente.node.agreements.api;

import java.util.List;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.page.Step;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what has happened: the transitions, and what went before each version's entry into force. */
final class StepsJson {
    /** The most of either that an entente is shown with. */
    static final int SHOWN = 50;

    /** The most on a page of all. */
    static final int MAX_LISTED = 200;

    private StepsJson() {}

    /** The newest of both, in order, and how many there are. */
    static void write(Held held, ObjectNode json) {
        List<Step> steps = Step.all(held);
        write(
                json,
                "transitions",
                steps.stream().filter(step -> step.number().isPresent()).toList());
        write(
                json,
                "before_entry",
                steps.stream().filter(step -> step.number().isEmpty()).toList());
    }

    private static void write(ObjectNode json, String name, List<Step> steps) {
        ArrayNode array = json.putArray(name);
        steps.stream().skip(Math.max(0, steps.size() - SHOWN)).forEach(step -> array.add(step(step)));
        json.put(name + "_total", steps.size());
    }

    /**
     * A page of all, the newest first.
     *
     * @param before only what has a lower place; places are counted from 1
     */
    static ObjectNode page(Held held, int before, int limit) {
        List<Step> steps = Step.all(held);
        ObjectNode json = Json.newObject();
        ArrayNode array = json.putArray("steps");
        int last = Math.min(steps.size(), before - 1);
        for (int place = last; place > Math.max(0, last - limit); place--) {
            array.add(step(steps.get(place - 1)).put("place", place));
        }
        return json.put("total", steps.size());
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
        step.hash().ifPresent(hash -> json.put(step.number().isPresent() ? "hash" : "document", hash));
        step.number().ifPresent(number -> json.put("number", number));
        return json;
    }
}
