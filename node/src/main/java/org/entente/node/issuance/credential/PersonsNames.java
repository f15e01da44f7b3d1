package org.entente.node.issuance.credential;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.NameText;
import org.entente.names.claim.CredentialNames;
import org.entente.names.key.KeyMaker;
import org.entente.names.record.NameFile;
import org.entente.node.names.SharedNames;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person has recorded of their names, beside what the register says. The register attests its own names and no others: a
 * name that only the person has recorded stands in {@code ca_names} and says so ({@code asserted_by}). Of the register's names
 * the person chooses which is shown.
 */
final class PersonsNames {
    private static final String NAMES = "ca_names";

    /** What the person alone can say, and what other systems get because the person has approved it. */
    private static final List<String> OWN = List.of("ca_name_pronunciation", "ca_name_legacy");

    private PersonsNames() {}

    /** The record's claims with what the person has recorded, without what they have put away. */
    static ObjectNode with(ObjectNode record, SharedNames names) {
        ObjectNode claims = PutAwayNames.without(record, names.putAway());
        names.shown().ifPresent(file -> put(claims, file));
        return claims;
    }

    private static void put(ObjectNode claims, NameFile file) {
        Map<String, Object> recorded = CredentialNames.of(file);
        Set<String> known = new HashSet<>();
        claims.path(NAMES).forEach(name -> known.add(stored(name.path("full").asString(""))));
        String displayed = file.displayed().name().full().value();
        if (known.contains(stored(displayed))) {
            claims.put("name", displayed);
        }
        for (JsonNode name : json(recorded.getOrDefault(NAMES, List.of()))) {
            if (known.add(stored(name.path("full").asString("")))) {
                ((ObjectNode) name).put("asserted_by", "person");
                claims.withArray("/" + NAMES).add(name);
            }
        }
        for (String claim : OWN) {
            if (recorded.containsKey(claim)) {
                claims.set(claim, json(recorded.getOrDefault(claim, List.of())));
            }
        }
    }

    private static JsonNode json(Object value) {
        return Json.parse(org.entente.names.json.Json.canonical(value).getBytes(StandardCharsets.UTF_8));
    }

    private static String stored(String name) {
        return name.isBlank() ? "" : KeyMaker.stored(NameText.of(name));
    }
}
