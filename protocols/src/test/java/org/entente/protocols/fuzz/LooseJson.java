package org.entente.protocols.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A sample with one thing in its JSON that strict JSON does not have (RFC 7493 §2): a name twice, nesting or a number
 * beyond our bounds, half a character. JSON is the sample itself, or the header or the claims of a signed text.
 */
final class LooseJson {
    private static final int SIGNED_PARTS = 2;
    private static final Pattern SIGNED = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){2,4}");

    private static final List<String> LOOSE = List.of(
            "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH),
            "9".repeat(Json.MAX_NUMBER_LENGTH + 1),
            "1e400",
            "\"\\ud800\"");

    private LooseJson() {}

    /** What no reader of this sample takes; none when there is no JSON in it. */
    static List<String> of(byte[] sample) {
        String text = new String(sample, StandardCharsets.UTF_8);
        int end = text.indexOf('~');
        String signed = end < 0 ? text : text.substring(0, end);
        return SIGNED.matcher(signed).matches() ? inSigned(signed, text.substring(signed.length())) : loosened(text);
    }

    private static List<String> inSigned(String signed, String rest) {
        List<String> parts = Arrays.asList(signed.split("\\.", -1));
        List<String> all = new ArrayList<>();
        for (int part = 0; part < SIGNED_PARTS; part++) {
            for (String loose : loosened(decoded(parts.get(part)))) {
                List<String> changed = new ArrayList<>(parts);
                changed.set(part, Base64Url.encode(loose));
                all.add(String.join(".", changed) + rest);
            }
        }
        return all;
    }

    private static List<String> loosened(String text) {
        JsonNode value;
        try {
            value = Json.parse(text);
        } catch (ProtocolError e) {
            return List.of();
        }
        if (value.isEmpty()) {
            return List.of();
        }
        String rest = "," + text.strip().substring(1);
        if (!(value instanceof ObjectNode object)) {
            return LOOSE.stream().map(loose -> "[" + loose + rest).toList();
        }
        String name = object.propertyNames().iterator().next();
        return Stream.concat(
                        Stream.of(Json.write(StringNode.valueOf(name)) + ":null"),
                        LOOSE.stream().map(loose -> "\"loose\":" + loose))
                .map(member -> "{" + member + rest)
                .toList();
    }

    private static String decoded(String part) {
        try {
            return new String(Base64Url.decode(part), StandardCharsets.UTF_8);
        } catch (ProtocolError e) {
            return "";
        }
    }
}
