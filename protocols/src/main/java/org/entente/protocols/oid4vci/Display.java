package org.entente.protocols.oid4vci;

import java.util.List;
import java.util.Optional;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A name in one language (OID4VCI 1.0 §12.2.4, {@code display}).
 *
 * @param locale a BCP 47 tag; empty where the issuer gives none
 */
public record Display(String name, String locale) {
    /** The name in a language: an exact tag, then any tag of that language, then the first there is. */
    public static Optional<String> in(String language, List<Display> displays) {
        return displays.stream()
                .filter(display -> display.locale.equalsIgnoreCase(language))
                .findFirst()
                .or(() -> displays.stream()
                        .filter(display ->
                                display.locale.regionMatches(true, 0, language + "-", 0, language.length() + 1))
                        .findFirst())
                .or(() -> displays.stream().findFirst())
                .map(Display::name);
    }

    static List<Display> parse(Members owner) {
        return owner.items("display").stream()
                .map(owner::in)
                .flatMap(display -> display.optionalString("name").stream()
                        .map(name -> new Display(
                                name, display.optionalString("locale").orElse(""))))
                .toList();
    }

    static ArrayNode toJson(List<Display> displays) {
        ArrayNode array = Json.newArray();
        displays.forEach(display -> array.add(display.toJson()));
        return array;
    }

    private ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("name", name);
        if (!locale.isEmpty()) {
            json.put("locale", locale);
        }
        return json;
    }
}
