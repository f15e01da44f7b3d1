package org.entente.names.spreadsheet;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from computing what a person wrote. An apostrophe is put before a text that begins like a formula, and
 * before one that begins as if that had been done already: so each text is read again letter for letter, and no other is touched.
 */
public final class FormulaGuard {
    private static final char GUARD = '\'';
    private static final Pattern COMPUTED = Pattern.compile("(?s)'*[=+\\-@\\t\\r＝＋－＠].*");
    private static final Pattern GUARDED = Pattern.compile("(?s)'+[=+\\-@\\t\\r＝＋－＠].*");

    private FormulaGuard() {}

    /** The text as it stands in a cell. */
    public static String guarded(String text) {
        return COMPUTED.matcher(text).matches() ? GUARD + text : text;
    }

    /** The text that a cell stands for. */
    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
