package org.entente.node.issuance.credential;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.names.NameReading;
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
 * the person chooses which is shown, and its parts with it.
 */
final class PersonsNames {
    private static final String NAME = "name";
    private static final String NAMES = "ca_names";

    private static final String PRONUNCIATION = "ca_name_pronunciation";
    private static final String FORMS = "ca_name_legacy";

    private PersonsNames() {}

    /** The record's claims with what the person has recorded, without what they have put away. */
    static ObjectNode with(ObjectNode record, SharedNames names) {
        ObjectNode claims = PutAwayNames.without(record, names.putAway());
        names.shown().ifPresent(file -> put(claims, file));
        return claims;
    }

    private static void put(ObjectNode claims, NameFile file) {
        choose(claims, file.displayed().name().full().value());
        Optional<NameFile> attested = attested(file, claims);
        Map<String, Object> recorded = CredentialNames.of(attested.orElse(file));
        Set<String> known = new HashSet<>();
        claims.path(NAMES).forEach(name -> known.add(stored(name)));
        for (JsonNode name : asserted(recorded, NAMES)) {
            if (known.add(stored(name))) {
                claims.withArray("/" + NAMES).add(name);
            }
        }
        if (recorded.containsKey(PRONUNCIATION)) {
            claims.set(PRONUNCIATION, asserted(recorded, PRONUNCIATION));
        }
        // A form is one of the attested name: whoever has not recorded that name has approved none of it.
        if (attested.isPresent() && recorded.containsKey(FORMS)) {
            claims.set(FORMS, asserted(recorded, FORMS));
        }
    }

    /** Makes this name the attested one, if it is one of the register's. */
    private static void choose(ObjectNode claims, String displayed) {
        claims.path(NAMES)
                .valueStream()
                .filter(name -> stored(name).equals(stored(displayed)))
                .findFirst()
                .ifPresent(name -> {
                    if (!stored(displayed).equals(stored(claims.path(NAME).asString("")))) {
                        ChosenParts.become(claims, name);
                    }
                    claims.put(NAME, displayed);
                });
    }

    /** The file with the attested name shown, whose forms go along; empty where the person has not recorded that name. */
    private static Optional<NameFile> attested(NameFile file, ObjectNode claims) {
        String attested = stored(claims.path(NAME).asString(""));
        return file.shared().stream()
                .filter(entry -> stored(entry.name().full().value()).equals(attested))
                .findFirst()
                .map(entry -> new NameFile(file.entries(), file.entries().indexOf(entry)));
    }

    /** What the person alone says. */
    private static JsonNode asserted(Map<String, Object> recorded, String claim) {
        JsonNode elements = json(recorded.getOrDefault(claim, List.of()));
        elements.forEach(element -> ((ObjectNode) element).put("asserted_by", "person"));
        return elements;
    }

    private static JsonNode json(Object value) {
        return Json.parse(org.entente.names.json.Json.canonical(value).getBytes(StandardCharsets.UTF_8));
    }

    private static String stored(JsonNode name) {
        return stored(name.path("full").asString(""));
    }

    private static String stored(String name) {
        return NameText.read(name) instanceof NameReading.Accepted(NameText text) ? KeyMaker.stored(text) : name;
    }
}
