package org.entente.node.agreements.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.agreements.drafting.Field.Column;
import tools.jackson.databind.JsonNode;

/** What a part of a draft says, as the fields of a form show it: by the name of the input. */
public final class FieldValues {
    /** How many empty rows stand below those that are filled, to write more. */
    private static final int SPARE_ROWS = 1;

    private static final String DAY_END = "T00:00:00Z";

    private FieldValues() {}

    /** The values of a part. */
    public static Map<String, String> of(JsonNode part, List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode value = part.at(field.pointer());
            switch (field.kind()) {
                case LINE, WHOLE, CHOICE -> values.put(field.name(), value.asString(""));
                case DAY -> values.put(field.name(), value.asString("").replace(DAY_END, ""));
                case BOTH_LANGUAGES -> {
                    values.put(field.name() + "-fr", value.path("fr").asString(""));
                    values.put(field.name() + "-en", value.path("en").asString(""));
                }
                case LINES -> values.put(field.name(), lines(value));
                case REACH -> values.put(field.name(), value.isArray() ? lines(value) : value.asString(""));
                case CLAIMS ->
                    values.put(
                            field.name(),
                            value.valueStream()
                                    .map(claim -> claim.path("path")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .collect(Collectors.joining(" ")))
                                    .collect(Collectors.joining("\n")));
                case ROWS -> rows(values, field, value);
            }
        }
        return values;
    }

    private static String lines(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"));
    }

    private static void rows(Map<String, String> values, Field field, JsonNode rows) {
        int number = 0;
        for (JsonNode row : rows) {
            number++;
            for (Column column : field.columns()) {
                JsonNode cell = row.at(column.pointer());
                values.put(
                        input(field, number, column),
                        switch (column.kind()) {
                            case LINE -> cell.asString("");
                            case WORDS ->
                                cell.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
                            case MARK -> cell.asBoolean(false) ? "on" : "";
                        });
            }
        }
        values.put(field.name() + "-rows", String.valueOf(number + SPARE_ROWS));
    }

    /** The name of the input in a row. */
    public static String input(Field field, int row, Column column) {
        return field.name() + "-" + row + "-" + column.name();
    }
}
