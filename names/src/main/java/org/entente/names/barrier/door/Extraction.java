package org.entente.names.barrier.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/**
 * Where names stand in an answer: the first group of a regular expression, a pointer into JSON ({@code *} for every element),
 * or, in a browser, a CSS selector. Exactly one of the three is given.
 */
record Extraction(String selector, String pointer, String pattern) {
    static Extraction read(JsonMembers in) {
        return new Extraction(
                in.optionalText("selector").orElse(""),
                in.optionalText("pointer").orElse(""),
                in.optionalText("pattern").orElse(""));
    }

    Extraction {
        int given = (selector.isEmpty() ? 0 : 1) + (pointer.isEmpty() ? 0 : 1) + (pattern.isEmpty() ? 0 : 1);
        if (given != 1) {
            throw new IllegalArgumentException("one of selector, pointer and pattern says where a name stands");
        }
        Pattern.compile(pattern);
    }

    boolean isInPage() {
        return !selector.isEmpty();
    }

    /** The texts that stand there; none when the answer has another shape. */
    List<String> of(String answer) {
        if (!pointer.isEmpty()) {
            try {
                List<String> texts = new ArrayList<>();
                follow(Json.readForeign(answer), pointer, texts);
                return texts;
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        Matcher matcher = Pattern.compile(pattern).matcher(answer);
        List<String> texts = new ArrayList<>();
        while (matcher.find()) {
            texts.add(matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : matcher.group());
        }
        return texts;
    }

    private static void follow(Object value, String pointer, List<String> texts) {
        if (pointer.isEmpty()) {
            if (value instanceof String || value instanceof Long) {
                texts.add(value.toString());
            }
            return;
        }
        int end = pointer.indexOf('/', 1);
        String step = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
        String rest = end < 0 ? "" : pointer.substring(end);
        switch (value) {
            case Map<?, ?> members when members.get(step) != null -> follow(members.get(step), rest, texts);
            case List<?> elements when step.equals("*") -> elements.forEach(each -> follow(each, rest, texts));
            case List<?> elements
            when step.matches("[0-9]{1,4}") && Integer.parseInt(step) < elements.size() ->
                follow(elements.get(Integer.parseInt(step)), rest, texts);
            default -> {}
        }
    }
}
