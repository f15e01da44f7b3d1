package org.entente.node.agreements.drafting;

import java.util.Map;
import java.util.Optional;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A paragraph or a clause that is added to a draft with nothing in it. */
final class NewPart {
    private static final String NUMBER = "[0-9]{1,3}(\\.[0-9]{1,3}){0,3}";
    private static final int MAX_PARAGRAPHS = 500;
    private static final int MAX_CLAUSES = 200;

    private NewPart() {}

    /**
     * Adds what a form asks for: a {@code paragraph} or {@code heading} of a number that is free, or a {@code clause-} of a
     * kind on a paragraph that is there.
     *
     * @return its name in addresses; empty when it cannot be added
     */
    static Optional<String> add(ObjectNode draft, Map<String, String> form) {
        String what = form.getOrDefault("what", "");
        String number = form.getOrDefault("number", "").strip();
        if (!number.matches(NUMBER)) {
            return Optional.empty();
        }
        return switch (what) {
            case "paragraph", "heading" -> paragraph(draft, number, what.equals("heading"));
            default -> clause(draft, number, what);
        };
    }

    private static Optional<String> paragraph(ObjectNode draft, String number, boolean heading) {
        ArrayNode paragraphs = draft.withArray("/paragraphs");
        if (has(paragraphs, number) || paragraphs.size() >= MAX_PARAGRAPHS) {
            return Optional.empty();
        }
        ObjectNode added = Json.newObject().put("number", number);
        if (heading) {
            added.put("heading", true);
        }
        paragraphs.insert(placeOf(paragraphs, number), added);
        return Optional.of("paragraph-" + number);
    }

    /** Before the first that has a higher number. */
    private static int placeOf(ArrayNode paragraphs, String number) {
        for (int place = 0; place < paragraphs.size(); place++) {
            String there = paragraphs.path(place).path("number").asString("");
            if (there.matches(NUMBER) && compare(there, number) > 0) {
                return place;
            }
        }
        return paragraphs.size();
    }

    private static int compare(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int difference = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static Optional<String> clause(ObjectNode draft, String paragraph, String kind) {
        ArrayNode clauses = draft.withArray("/clauses");
        if (!Fields.kinds().contains(kind)
                || !has(draft.path("paragraphs"), paragraph)
                || clauses.size() >= MAX_CLAUSES) {
            return Optional.empty();
        }
        String number = freeNumber(clauses, paragraph);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        clauses.addObject().put("number", number).put("kind", kind).put("paragraph", paragraph);
        return Optional.of("clause-" + number);
    }

    /** The paragraph's own number, or the first below it that no clause has. */
    private static String freeNumber(ArrayNode clauses, String paragraph) {
        String number = paragraph;
        for (int next = 2; isTaken(clauses, number); next++) {
            number = paragraph + "." + next;
        }
        return number.matches(NUMBER) ? number : "";
    }

    private static boolean isTaken(ArrayNode clauses, String number) {
        return clauses.valueStream()
                .anyMatch(clause -> DraftPart.numberOf(clause).equals(number));
    }

    private static boolean has(JsonNode paragraphs, String number) {
        return paragraphs
                .valueStream()
                .anyMatch(paragraph -> paragraph.path("number").asString("").equals(number));
    }
}
