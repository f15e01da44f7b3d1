package org.entente.names.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads and writes JSON as plain Java values: {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Long}
 * and {@code Boolean}.
 *
 * <pre>{@code
 * Json.canonical(Map.of("b", "ʔ", "a", List.of(1L, true))) // {"a":[1,true],"b":"ʔ"}
 * }</pre>
 */
public final class Json {
    /** The longest document, in UTF-16 units. */
    public static final int MAX_LENGTH = 4_000_000;

    /** The deepest nesting. */
    public static final int MAX_DEPTH = 20;

    private Json() {}

    /**
     * Reads one document.
     *
     * @throws IllegalArgumentException when it is not JSON, is too long or too deep, names a member twice, holds half a
     *     character, {@code null} or a number that is not whole; the message gives the place
     */
    public static Object read(String text) {
        return new JsonReader(text, false).document();
    }

    /**
     * Reads a document of others, of which we want a part: {@code null} is left out, and a number that is not whole is the text
     * in which it was written.
     *
     * @throws IllegalArgumentException as {@link #read} does for all else
     */
    public static Object readForeign(String text) {
        return new JsonReader(text, true).document();
    }

    /**
     * Writes a value in the canonical form of RFC 8785.
     *
     * @throws IllegalArgumentException when it is none of the values that {@link #read} gives
     */
    public static String canonical(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> members -> writeMembers(members, out);
            case List<?> elements -> {
                out.append('[');
                String between = "";
                for (Object element : elements) {
                    write(element, out.append(between));
                    between = ",";
                }
                out.append(']');
            }
            case String text -> writeText(text, out);
            case Long number when Math.abs(number) <= JsonReader.MAX_WHOLE -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
            case Boolean truth -> out.append(truth.booleanValue());
            default -> throw new IllegalArgumentException("not a value of these documents");
        }
    }

    /** RFC 8785 §3.2.3: members in the order of their names' UTF-16 units, which is that of {@link String#compareTo}. */
    private static void writeMembers(Map<?, ?> members, StringBuilder out) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        out.append('{');
        String between = "";
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            writeText(member.getKey(), out.append(between));
            write(member.getValue(), out.append(':'));
            between = ",";
        }
        out.append('}');
    }

    /** RFC 8785 §3.2.2.2: nothing is escaped but what must be. */
    private static void writeText(String text, StringBuilder out) {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("half a character");
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (unit < 0x20) {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) unit));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }

    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(codePoint -> codePoint >= 0xD800 && codePoint <= 0xDFFF);
    }
}
