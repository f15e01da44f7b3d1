package org.entente.names.barrier.legacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.Description;
import org.entente.names.barrier.door.FormDoor;
import org.entente.names.barrier.door.HttpDoor;
import org.entente.names.barrier.door.InstalledChromium;
import org.entente.names.barrier.door.JdbcDoor;
import org.entente.names.barrier.door.Pace;
import org.entente.names.barrier.door.Table;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.Interview;

/** The doors of the registry as its operator describes them, and audits at them. */
public final class LegacyDoors {
    private static final String OUTPUTS = """
            {"name": "answer", "kind": "data", "address": "/api/persons/{ref}", "pointer": "/name"},
            {"name": "letter", "kind": "shown", "address": "/api/persons/{ref}", "pointer": "/letter"},
            {"name": "passport", "kind": "mrz", "address": "/api/persons/{ref}", "pointer": "/mrz"},
            {"name": "licence", "kind": "channel", "channel": "ascii", "address": "/api/persons/{ref}", "pointer": "/licence"},
            {"name": "health card", "kind": "channel", "channel": "ascii", "address": "/api/persons/{ref}", "pointer": "/health"},
            {"name": "reader", "kind": "mdl", "address": "/api/persons/{ref}", "pointer": "/mdl"},
            {"name": "digest", "kind": "digest", "address": "/api/persons/{ref}", "pointer": "/digest"},
            {"name": "account", "kind": "login", "address": "/api/persons/{ref}", "pointer": "/login"},
            {"name": "history", "kind": "history", "address": "/api/persons/{ref}", "pointer": "/history"},
            {"name": "file", "kind": "file", "address": "/file/{ref}", "pattern": "name=(.*)"},
            {"name": "message", "kind": "hl7", "address": "/message/{ref}", "pattern": "(?s).+"}
            """;

    /** Its pages for staff. */
    static final String STAFF =
            "\"clerk\": \"/clerk\", \"said\": {\"address\": \"/clerk/{ref}\", \"selector\": \"audio\"},";

    private LegacyDoors() {}

    /** Its interface. */
    public static Door service(LegacySystem system) {
        return new HttpDoor(
                Description.read("""
                {"system": "Registry", "origin": "%s", "document": "/openapi.json",
                 "register": {"address": "/api/persons", "body": {"name": "{full}", "given": "{given}", "form": "{form}"},
                              "reference": "/id"},
                 "rename": {"address": "/api/persons/{ref}", "method": "PUT", "body": {"name": "{full}", "given": "{given}"},
                            "reference": "/id"},
                 "outputs": [%s],
                 "search": {"address": "/api/search?q={name}", "pointer": "/names/*"},
                 "list": {"address": "/api/list", "pointer": "/names/*"},
                 "match": {"address": "/api/match?q={name}", "pointer": "/names/*"}}
                """.formatted(system.origin(), OUTPUTS)), new Pace(Pace.FASTEST), name -> "");
    }

    /** Its form. */
    public static Door form(LegacySystem system) {
        return form(system, STAFF, "", ".name");
    }

    /**
     * The same, otherwise described.
     *
     * @param staff what it says of staff, a comma behind it
     * @param told what the form asks besides, a comma before it
     * @param shown where a page draws a name
     */
    static Door form(LegacySystem system, String staff, String told, String shown) {
        return FormDoor.open(
                Description.read("""
                {"system": "Registry", "origin": "%s", %s
                 "register": {"address": "/form", "full": "#name", "given": "#given", "form": "#form"%s},
                 "outputs": [{"name": "record", "kind": "data", "address": "/record/{ref}", "selector": ".name"},
                             {"name": "record", "kind": "shown", "address": "/record/{ref}", "selector": "%s"}],
                 "search": {"address": "/search?q={name}", "selector": ".name"}}
                """.formatted(system.origin(), staff, accepted(told), shown)),
                new Pace(Pace.FASTEST),
                InstalledChromium.program(),
                name -> "");
    }

    /** A record's number stands where the page shows it, where nothing else is said. */
    private static String accepted(String told) {
        return told.contains("accepted") ? told : told + ", \"accepted\": \"#ref\"";
    }

    /** A table of its database, as whoever counts persons sees it. */
    static Door table(LegacySystem system, String name) {
        Table table = system.table().statistics(name);
        return JdbcDoor.open(table.connect("", ""), table, new Pace(Pace.FASTEST));
    }

    /** What an audit finds; of all barriers, or of some. */
    public static Map<String, Finding> audit(Door door, Set<String> only) {
        try (door) {
            return new TreeMap<>(new Interview(only, id -> {}).at(door));
        }
    }

    /** The barriers among the findings. */
    public static List<String> found(Map<String, Finding> findings) {
        return findings.entrySet().stream()
                .filter(row -> row.getValue().kind() == Finding.Kind.FOUND)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The registry's OpenAPI document, fractions and absent values in it. */
    static String document(Set<String> barriers) {
        String rules = (barriers.contains("B01") ? ",\"pattern\":\"^[ -~]+$\"" : "")
                + (barriers.contains("B12") ? ",\"maxLength\":30" : "")
                + (barriers.contains("B11") ? ",\"minLength\":2" : "");
        String required = barriers.contains("B09") ? "\"name\",\"given_name\"" : "\"name\"";
        return "{\"openapi\":\"3.1.0\",\"x\":null,\"y\":[1.5,-2e3,null],\"components\":{\"schemas\":{\"Person\":{\"required\":["
                + required + "],\"properties\":{\"name\":{\"type\":\"string\"" + rules
                + "},\"given_name\":{\"type\":\"string\"}}}}}}";
    }
}
