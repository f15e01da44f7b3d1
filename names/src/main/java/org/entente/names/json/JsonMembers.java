package org.entente.names.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The members of one JSON object, by name and kind. What is missing or of another kind is an
 * {@link IllegalArgumentException} that names the member, never what stands in it.
 */
public record JsonMembers(Map<String, Object> members) {
    /** The members of a value that has to be an object. */
    @SuppressWarnings("unchecked")
    public static JsonMembers of(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("not an object");
        }
        return new JsonMembers((Map<String, Object>) map);
    }

    /** Refuses an object that has members of other names: what is not understood is not installed. */
    public JsonMembers requireOnly(String... names) {
        Set<String> known = Set.of(names);
        members.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("an unknown member: " + name);
                });
        return this;
    }

    /** A text that must be there. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalArgumentException("missing: " + name));
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String name) {
        return optional(name).map(value -> asText(name, value));
    }

    /** Texts in order; none when absent. */
    public List<String> texts(String name) {
        return list(name, value -> asText(name, value));
    }

    /** The elements in order, each read; none when absent. */
    public <T> List<T> list(String name, Function<Object, T> read) {
        return optional(name)
                .map(value -> asList(name, value).stream().map(read).toList())
                .orElse(List.of());
    }

    /** The members of a member, each read, in the document's order; none when absent. */
    public <T> Map<String, T> map(String name, Function<Object, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        object(name).ifPresent(inner -> inner.members.forEach((key, value) -> map.put(key, read.apply(value))));
        return Collections.unmodifiableMap(map);
    }

    /** An object that may be absent. */
    public Optional<JsonMembers> object(String name) {
        return optional(name).map(JsonMembers::of);
    }

    /** The value as it was read. */
    public Optional<Object> optional(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** A value that has to be a list of texts. */
    public static List<String> asTexts(Object value) {
        return asList("an element", value).stream()
                .map(element -> asText("an element", element))
                .toList();
    }

    /** A value that has to be a text. */
    public static String asText(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("not a text: " + name);
    }

    private static List<?> asList(String name, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("not a list: " + name);
    }
}
