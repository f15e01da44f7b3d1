package org.entente.node.agreements.diff;

import java.util.Optional;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that differs; at least one of the two is there.
 *
 * @param where the number of a paragraph, clause or worked example, a party's key, or the entente's name
 * @param what which of its properties; its words, where it is a paragraph
 */
public record Change(String where, Text what, Optional<Text> before, Optional<Text> after) {
    /** The JSON form: {@code {where, what, before?, after?}}. */
    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("where", where);
        put(json, "what", what);
        before.ifPresent(text -> put(json, "before", text));
        after.ifPresent(text -> put(json, "after", text));
        return json;
    }

    private static void put(ObjectNode json, String member, Text text) {
        json.putObject(member).put("fr", text.fr()).put("en", text.en());
    }
}
