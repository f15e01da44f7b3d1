package org.entente.node.wallet.attestations;

import java.util.List;
import org.entente.node.kernel.Language;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who asks to see an attestation.
 *
 * @param id what its certificate calls it: its https identifier, or else its host; the same from one request to the next
 * @param host the domain that its certificate and its address have in common: what is certain
 * @param names what it calls itself
 */
public record Verifier(String id, String host, List<Label> names) {
    public Verifier {
        names = List.copyOf(names);
    }

    /** Its own name for itself; its host where it gives none. */
    public Label name(Language language) {
        return Label.in(language, names).orElseGet(() -> new Label(host, ""));
    }

    /** The form in which it is kept. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("id", id).put("host", host);
        json.set("names", Label.toJson(names));
        return json;
    }

    /** Reads what {@link #toJson} wrote. */
    public static Verifier parse(JsonNode json) {
        return new Verifier(
                json.path("id").asString(""), json.path("host").asString(""), Label.parse(json.path("names")));
    }
}
