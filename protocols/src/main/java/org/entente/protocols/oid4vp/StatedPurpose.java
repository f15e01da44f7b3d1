package org.entente.protocols.oid4vp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who asks, what for and under which clause, in the verifier's own words. Travels in the signed request object as one
 * element of {@code verifier_info} (OID4VP 1.0 §5.11) under a format of ours, which other wallets ignore. It is a
 * statement of the verifier, not a proof: the wallet shows it as such.
 *
 * @param verifier the verifier's name, by language tag
 * @param purpose what the claims are asked for, by language tag
 * @param entente the address of the entente that allows it
 * @param clause the number of the clause that allows it
 */
public record StatedPurpose(Map<String, String> verifier, Map<String, String> purpose, String entente, String clause) {
    /** The format identifier in {@code verifier_info}. */
    public static final String FORMAT = "urn:entente:stated-purpose:1";

    private static final int MAX_LANGUAGES = 16;

    public StatedPurpose {
        verifier = Map.copyOf(verifier);
        purpose = Map.copyOf(purpose);
    }

    /** The statement among these elements, if there is one. */
    static Optional<StatedPurpose> find(JsonNode verifierInfo) {
        for (JsonNode element : verifierInfo) {
            if (element.path("format").stringValue("").equals(FORMAT)
                    && element.path("data") instanceof ObjectNode data) {
                return Optional.of(parse(data));
            }
        }
        return Optional.empty();
    }

    ArrayNode toJson() {
        ArrayNode array = Json.newArray();
        ObjectNode data = array.addObject().put("format", FORMAT).putObject("data");
        write(data.putObject("verifier"), verifier);
        write(data.putObject("purpose"), purpose);
        data.put("entente", entente).put("clause", clause);
        return array;
    }

    private static StatedPurpose parse(ObjectNode data) {
        return new StatedPurpose(
                texts(data.path("verifier")),
                texts(data.path("purpose")),
                Oid4vp.required(data, "entente"),
                Oid4vp.required(data, "clause"));
    }

    /** @throws ProtocolError {@code invalid_request} when it is not a short map of short texts */
    private static Map<String, String> texts(JsonNode node) {
        if (!(node instanceof ObjectNode object) || object.isEmpty() || object.size() > MAX_LANGUAGES) {
            throw Oid4vp.invalid("a stated purpose has texts by language");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.propertyNames().forEach(language -> texts.put(language, Oid4vp.required(object, language)));
        return texts;
    }

    private static void write(ObjectNode object, Map<String, String> texts) {
        texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> object.put(entry.getKey(), entry.getValue()));
    }
}
