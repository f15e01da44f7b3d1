package org.entente.node.wallet.attestations;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.node.kernel.Language;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A name that a stranger gave something, in one language. Made harmless: one line, of bounded length, without characters
 * that reorder the text around them.
 *
 * @param lang a BCP 47 tag for the markup; empty where the language is not known
 */
public record Label(String text, String lang) {
    /** The longest name that is kept, in characters. */
    public static final int MAX_LENGTH = 200;

    /** The most languages of one name that are kept. */
    public static final int MAX_LANGUAGES = 16;

    private static final Pattern REORDERING =
            Pattern.compile("[\\p{Cntrl}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    public Label {
        text = REORDERING.matcher(text).replaceAll(" ").strip();
        text = text.substring(
                0, text.offsetByCodePoints(0, Math.min(MAX_LENGTH, text.codePointCount(0, text.length()))));
        lang = TAG.matcher(lang).matches() ? lang : "";
    }

    /** The name in the reader's language, or else the first there is. */
    public static Optional<Label> in(Language language, List<Label> labels) {
        return labels.stream()
                .filter(label -> label.isIn(language))
                .findFirst()
                .or(() -> labels.stream().findFirst());
    }

    /** Whether the name is written in the language. */
    public boolean isIn(Language language) {
        String tag = lang.toLowerCase(Locale.ROOT);
        return tag.equals(language.code()) || tag.startsWith(language.code() + "-");
    }

    static ArrayNode toJson(List<Label> labels) {
        ArrayNode array = Json.newArray();
        labels.forEach(label -> array.addObject().put("text", label.text).put("lang", label.lang));
        return array;
    }

    static List<Label> parse(JsonNode array) {
        return array.valueStream()
                .limit(MAX_LANGUAGES)
                .map(label -> new Label(
                        label.path("text").asString(""), label.path("lang").asString("")))
                .filter(label -> !label.text().isEmpty())
                .toList();
    }
}
