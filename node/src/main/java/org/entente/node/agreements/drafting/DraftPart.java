package org.entente.node.agreements.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.node.web.FormErrors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a draft that is written on a page of its own: the general part, a paragraph, a clause beside its paragraph, a
 * party.
 *
 * @param name in addresses: {@code general}, {@code paragraph-5.1}, {@code clause-3.1}, {@code party-2}
 * @param kind of the part, or of the clause
 * @param pieces what is written, and by which fields
 */
record DraftPart(String name, String kind, List<Piece> pieces) {
    private static final String NAME = "(general|paragraph|clause|party)(?:-([0-9.]{1,15}))?";

    /** A node of the draft and the fields that write it. */
    record Piece(ObjectNode node, List<Field> fields) {}

    /** The part of this name in a draft, whose nodes it then writes. */
    static Optional<DraftPart> of(ObjectNode draft, String name) {
        var matcher = java.util.regex.Pattern.compile(NAME).matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String which = Optional.ofNullable(matcher.group(2)).orElse("");
        return switch (matcher.group(1)) {
            case "paragraph" ->
                paragraph(draft, which)
                        .map(node -> new DraftPart(name, "paragraph", List.of(new Piece(node, Fields.PARAGRAPH))));
            case "clause" -> clause(draft, which).map(node -> clause(draft, name, node));
            case "party" ->
                party(draft, which).map(node -> new DraftPart(name, "party", List.of(new Piece(node, Fields.PARTY))));
            default ->
                which.isEmpty()
                        ? Optional.of(new DraftPart(name, "general", List.of(new Piece(draft, Fields.GENERAL))))
                        : Optional.empty();
        };
    }

    private static DraftPart clause(ObjectNode draft, String name, ObjectNode clause) {
        String kind = clause.path("kind").asString("");
        List<Piece> pieces = new ArrayList<>();
        paragraph(draft, clause.path("paragraph").asString(""))
                .ifPresent(text -> pieces.add(new Piece(text, Fields.PARAGRAPH)));
        pieces.add(new Piece(clause, fields(clause)));
        return new DraftPart(name, kind, pieces);
    }

    /**
     * The fields of a clause. One that was bound to its paragraph in a text before may go on as it was, until a day, though
     * the paragraph changes.
     */
    static List<Field> fields(JsonNode clause) {
        List<Field> fields = new ArrayList<>(Fields.clause(clause.path("kind").asString("")));
        if (clause.path("text").has("fr")) {
            fields.add(Fields.COUNTS_UNTIL);
        }
        return fields;
    }

    private static Optional<ObjectNode> paragraph(ObjectNode draft, String number) {
        return find(
                draft, "paragraphs", node -> node.path("number").asString("").equals(number));
    }

    private static Optional<ObjectNode> clause(ObjectNode draft, String number) {
        return find(draft, "clauses", node -> numberOf(node).equals(number));
    }

    /** A clause's number; its paragraph's where it has none. */
    static String numberOf(JsonNode clause) {
        return clause.path("number").asString(clause.path("paragraph").asString(""));
    }

    private static Optional<ObjectNode> party(ObjectNode draft, String place) {
        return place.matches("[1-9][0-9]?")
                ? Optional.of(draft.path("parties").path(Integer.parseInt(place) - 1))
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                : Optional.empty();
    }

    private static Optional<ObjectNode> find(ObjectNode draft, String list, Predicate<JsonNode> which) {
        return draft.path(list)
                .valueStream()
                .filter(which)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /** What it says now. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        pieces.forEach(piece -> values.putAll(FieldValues.of(piece.node(), piece.fields())));
        return values;
    }

    /** Writes what a form gave, and says what is wrong with it. */
    FormErrors write(Map<String, String> form) {
        FormErrors errors = FormErrors.none();
        for (Piece piece : pieces) {
            for (FormErrors.FormError error :
                    FieldReader.write(piece.node(), piece.fields(), form).all()) {
                errors = errors.with(
                        error.field(), error.messageKey(), error.arguments().toArray());
            }
        }
        return errors;
    }

    /** Takes a paragraph with its clauses, or a clause, out of a draft; false for what cannot be taken out. */
    boolean removeFrom(ObjectNode draft) {
        String number = name.substring(name.indexOf('-') + 1);
        if (name.startsWith("paragraph-")) {
            remove(
                    draft.path("paragraphs"),
                    node -> node.path("number").asString("").equals(number));
            remove(
                    draft.path("clauses"),
                    node -> node.path("paragraph").asString("").equals(number));
            return true;
        }
        if (name.startsWith("clause-")) {
            remove(draft.path("clauses"), node -> numberOf(node).equals(number));
            return true;
        }
        return false;
    }

    private static void remove(JsonNode list, Predicate<JsonNode> which) {
        var nodes = list.iterator();
        while (nodes.hasNext()) {
            if (which.test(nodes.next())) {
                nodes.remove();
            }
        }
    }
}
