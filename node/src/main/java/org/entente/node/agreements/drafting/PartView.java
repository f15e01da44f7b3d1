package org.entente.node.agreements.drafting;

import java.util.List;
import java.util.Map;
import org.entente.node.web.FormErrors;

/**
 * A part of a draft in a form.
 *
 * @param values what stands in its inputs, by their names
 * @param stale whether somebody else has changed the draft in the meantime
 */
public record PartView(
        KeptDraft draft,
        String name,
        String kind,
        List<Field> text,
        List<Field> fields,
        Map<String, String> values,
        FormErrors errors,
        boolean stale) {
    private static final int LINE = 24;

    static PartView of(KeptDraft draft, DraftPart part, Map<String, String> values, FormErrors errors, boolean stale) {
        List<DraftPart.Piece> pieces = part.pieces();
        boolean beside = pieces.size() > 1;
        return new PartView(
                draft,
                part.name(),
                part.kind(),
                beside ? pieces.getFirst().fields() : List.of(),
                pieces.getLast().fields(),
                values,
                errors,
                stale);
    }

    /** What stands in an input. */
    public String value(String input) {
        return values.getOrDefault(input, "");
    }

    /** Whether a value needs more than one line on a small screen, to be read whole. */
    public static boolean isLong(String value) {
        return value.length() > LINE;
    }

    /** The language of what is written in an input of this name; "" for codes. */
    public static String language(String input) {
        return input.matches(".*-(fr|en)") ? input.substring(input.length() - 2) : "";
    }

    /** How many rows the form shows. */
    public int rows(Field field) {
        String rows = value(field.name() + "-rows");
        return rows.matches("[0-9]{1,2}") ? Math.min(64, Integer.parseInt(rows)) : 1;
    }

    /** Whether it can be taken out. */
    public boolean canBeRemoved() {
        return name.startsWith("paragraph-") || name.startsWith("clause-");
    }

    /** The number of what is written; "" for the general part. */
    public String number() {
        return name.contains("-") ? name.substring(name.indexOf('-') + 1) : "";
    }
}
