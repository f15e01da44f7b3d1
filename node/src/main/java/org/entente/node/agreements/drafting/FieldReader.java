package org.entente.node.agreements.drafting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.agreements.drafting.Field.Column;
import org.entente.node.web.FormErrors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a form gave into a part of a draft; what cannot be read is said and left as it was. */
final class FieldReader {
    private static final int MAX_ROWS = 64;
    private static final int MAX_PROSE = 8_000;
    private static final int MAX_LINE = 256;
    private static final String WHOLE = "[0-9]{1,9}";

    private final ObjectNode part;
    private final Map<String, String> form;
    private FormErrors errors = FormErrors.none();

    private FieldReader(ObjectNode part, Map<String, String> form) {
        this.part = part;
        this.form = form;
    }

    /** Writes the fields of a form into a part, and says what is wrong with them. */
    static FormErrors write(ObjectNode part, List<Field> fields, Map<String, String> form) {
        FieldReader reader = new FieldReader(part, form);
        fields.forEach(reader::write);
        return reader.errors;
    }

    private void write(Field field) {
        String given = given(field.name());
        switch (field.kind()) {
            case LINE -> line(field, given);
            case WHOLE -> whole(field, given);
            case DAY -> day(field, given);
            case BOTH_LANGUAGES -> bothLanguages(field);
            case LINES -> strings(set(field, array()), given);
            case CHOICE -> choice(field, given);
            case REACH -> reach(field, given);
            case CLAIMS -> claims(field, given);
            case ROWS -> rows(field);
        }
    }

    private String given(String name) {
        return form.getOrDefault(name, "").strip().replace("\r\n", "\n");
    }

    private void line(Field field, String given) {
        if (given.isEmpty() || given.length() > MAX_LINE) {
            refuse(field, "agreements.form.error.line", MAX_LINE);
        } else {
            set(field, part.stringNode(given));
        }
    }

    private void whole(Field field, String given) {
        if (given.isEmpty() && !field.needed()) {
            remove(part, field.pointer());
        } else if (given.matches(WHOLE)) {
            set(field, part.numberNode(Integer.parseInt(given)));
        } else {
            refuse(field, "agreements.form.error.whole");
        }
    }

    private void day(Field field, String given) {
        if (given.isEmpty()) {
            remove(part, field.pointer());
            return;
        }
        if (given.equals(part.at(field.pointer()).asString(""))) {
            return; // an hour that a form cannot say stands as it is
        }
        try {
            set(field, part.stringNode(LocalDate.parse(given) + "T00:00:00Z"));
        } catch (DateTimeException e) {
            refuse(field, "agreements.form.error.day");
        }
    }

    private void bothLanguages(Field field) {
        String fr = given(field.name() + "-fr");
        String en = given(field.name() + "-en");
        if (fr.isEmpty() && en.isEmpty() && !field.needed()) {
            remove(part, field.pointer());
            return;
        }
        prose(field.name() + "-fr", fr);
        prose(field.name() + "-en", en);
        if (!fr.isEmpty() && !en.isEmpty()) {
            ObjectNode target = field.pointer().isEmpty() ? part : object(part, field.pointer());
            target.put("fr", fr).put("en", en);
        }
    }

    private void prose(String input, String given) {
        if (given.isEmpty() || given.length() > MAX_PROSE) {
            errors = errors.with(input, "agreements.form.error.prose", MAX_PROSE);
        }
    }

    private void choice(Field field, String given) {
        if (!field.choices().contains(given)) {
            refuse(field, "agreements.form.error.choice");
        } else if (given.matches("[0-9]")) {
            set(field, part.numberNode(Integer.parseInt(given)));
            completeAssurance(field);
        } else {
            set(field, part.stringNode(given));
        }
    }

    /** The level is one of a framework, and there is one. */
    private void completeAssurance(Field field) {
        if (field.pointer().equals("/assurance/level")) {
            object(part, "/assurance").put("framework", "PCTF");
        }
    }

    private void reach(Field field, String given) {
        if (given.isEmpty()) {
            refuse(field, "agreements.form.error.reach");
        } else if (given.equals("all-parties") || given.equals("other-parties")) {
            set(field, part.stringNode(given));
        } else {
            strings(set(field, array()), given);
        }
    }

    private void claims(Field field, String given) {
        ArrayNode claims = array();
        lines(given).forEach(line -> {
            ArrayNode path = claims.addObject().putArray("path");
            Arrays.stream(line.split("\\s+")).forEach(path::add);
        });
        if (claims.isEmpty()) {
            refuse(field, "agreements.form.error.claims");
        } else {
            set(field, claims);
        }
    }

    private void rows(Field field) {
        ArrayNode rows = array();
        for (int row = 1; row <= MAX_ROWS; row++) {
            int number = row;
            boolean empty = field.columns().stream()
                    .filter(column -> column.kind() != Column.Kind.MARK)
                    .allMatch(column ->
                            given(FieldValues.input(field, number, column)).isEmpty());
            if (!empty) {
                ObjectNode written = rows.addObject();
                field.columns().forEach(column -> cell(written, column, FieldValues.input(field, number, column)));
            }
        }
        set(field, rows);
    }

    private void cell(ObjectNode row, Column column, String input) {
        String given = given(input);
        ObjectNode parent = parent(row, column.pointer());
        switch (column.kind()) {
            case LINE -> {
                if (given.isEmpty() || given.length() > MAX_LINE) {
                    errors = errors.with(input, "agreements.form.error.line", MAX_LINE);
                }
                parent.put(last(column.pointer()), given);
            }
            case WORDS -> {
                ArrayNode words = parent.putArray(last(column.pointer()));
                Stream.of(given.split("\\s+")).filter(word -> !word.isEmpty()).forEach(words::add);
            }
            case MARK -> {
                if (!given.isEmpty()) {
                    parent.put(last(column.pointer()), true);
                }
            }
        }
    }

    private void refuse(Field field, String messageKey, Object... arguments) {
        errors = errors.with(field.name(), messageKey, arguments);
    }

    private ArrayNode array() {
        return part.arrayNode();
    }

    private <T extends JsonNode> T set(Field field, T value) {
        parent(part, field.pointer()).set(last(field.pointer()), value);
        return value;
    }

    private static void strings(ArrayNode target, String given) {
        lines(given).forEach(target::add);
    }

    private static Stream<String> lines(String given) {
        return given.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static void remove(ObjectNode part, String pointer) {
        parent(part, pointer).remove(last(pointer));
    }

    private static ObjectNode parent(ObjectNode part, String pointer) {
        JsonPointer head = JsonPointer.compile(pointer).head();
        return head == null || head.matches() ? part : object(part, head.toString());
    }

    private static ObjectNode object(ObjectNode part, String pointer) {
        return part.withObject(pointer);
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
