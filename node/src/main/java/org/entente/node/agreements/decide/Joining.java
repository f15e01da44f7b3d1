package org.entente.node.agreements.decide;

import java.nio.charset.StandardCharsets;
import org.entente.node.agreements.document.Entente;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What exactly two officers decide when this government joins.
 *
 * @param document the hash of the text in force that it joins
 * @param version of that text
 * @param statement what we state of ourselves
 */
public record Joining(String document, int version, ObjectNode statement) {
    static Joining of(Entente text, ObjectNode statement) {
        return new Joining(text.hash(), text.version(), statement);
    }

    /** As a decision of that kind keeps it. */
    public static Joining of(Decision decision) {
        ObjectNode json = Json.object(decision.content());
        return new Joining(
                json.path("document").asString(""), json.path("version").asInt(0), json.withObject("/statement"));
    }

    String content() {
        ObjectNode json = Json.newObject().put("document", document).put("version", version);
        json.set("statement", statement);
        return new String(Json.canonical(json), StandardCharsets.UTF_8);
    }
}
