package org.entente.names.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one document (RFC 8259), and nothing that two readers could understand in two ways. */
final class JsonReader {
    /** The largest whole number that every JSON reader keeps (RFC 8259 §6). */
    static final long MAX_WHOLE = (1L << 53) - 1;

    /** How deep documents of others go. */
    private static final int FOREIGN_DEPTH = 200;

    /** What stands for {@code null} until it is left out. */
    private static final Object ABSENT = new Object();

    private final String text;
    private final boolean foreign;
    private int at;
    private int depth;

    /** @param foreign whether {@code null} is left out and a fraction is kept as its text, instead of being refused */
    JsonReader(String text, boolean foreign) {
        this.foreign = foreign;
        if (text.length() > Json.MAX_LENGTH) {
            throw new IllegalArgumentException("longer than " + Json.MAX_LENGTH);
        }
        this.text = text;
    }

    Object document() {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw malformed("something follows the document");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> absent();
            default -> number();
        };
    }

    private Map<String, Object> members() {
        enter();
        Map<String, Object> members = new LinkedHashMap<>();
        for (boolean first = true; another(first, '}'); first = false) {
            skipSpace();
            int start = at;
            String name = string();
            skipSpace();
            take(':');
            Object value = value();
            if (value != ABSENT && members.put(name, value) != null) {
                at = start;
                throw malformed("a member stands twice");
            }
        }
        depth--;
        return Collections.unmodifiableMap(members);
    }

    private List<Object> elements() {
        enter();
        List<Object> elements = new ArrayList<>();
        for (boolean first = true; another(first, ']'); first = false) {
            Object value = value();
            if (value != ABSENT) {
                elements.add(value);
            }
        }
        depth--;
        return Collections.unmodifiableList(elements);
    }

    private void enter() {
        at++;
        int deepest = foreign ? FOREIGN_DEPTH : Json.MAX_DEPTH;
        if (++depth > deepest) {
            throw malformed("nested deeper than " + deepest);
        }
    }

    /** Whether one more follows; steps over the comma, or over the end. */
    private boolean another(boolean first, char end) {
        skipSpace();
        if (peek() == end) {
            at++;
            return false;
        }
        if (!first) {
            take(',');
        }
        return true;
    }

    private String string() {
        take('"');
        StringBuilder read = new StringBuilder();
        while (peek() != '"') {
            char unit = text.charAt(at++);
            if (unit < 0x20) {
                throw malformed("a control character in a text");
            }
            read.append(unit == '\\' ? escaped() : unit);
        }
        at++;
        String string = read.toString();
        if (!Json.isWellFormed(string)) {
            throw malformed("half a character");
        }
        return string;
    }

    private char escaped() {
        char unit = peek();
        at++;
        return switch (unit) {
            case '"', '\\', '/' -> unit;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw malformed("an escape that does not exist");
        };
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = "0123456789abcdefABCDEF".indexOf(peek());
            if (digit < 0) {
                throw malformed("an escape that does not exist");
            }
            value = 16 * value + (digit < 16 ? digit : digit - 6);
            at++;
        }
        return (char) value;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed("not a value");
        }
        at += word.length();
        return value;
    }

    private Object absent() {
        if (!foreign || depth == 0) {
            throw malformed("not a value");
        }
        return word("null", ABSENT);
    }

    /** A whole number; of others, what is none as the text in which it was written. */
    private Object number() {
        int start = at;
        if (foreign) {
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String written = text.substring(start, at);
            if (!written.matches("-?(0|[1-9][0-9]{0,14})")) {
                if (!written.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                    throw malformed("not a value");
                }
                return written;
            }
            at = start;
        }
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean whole = at > digits && at - digits <= 16 && (at - digits == 1 || text.charAt(digits) != '0');
        if (!whole || (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0)) {
            throw malformed("neither a value nor a whole number");
        }
        long number = Long.parseLong(text, start, at, 10);
        if (Math.abs(number) > MAX_WHOLE || (number == 0 && digits > start)) {
            throw malformed("a number that not every reader keeps");
        }
        return number;
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw malformed("'" + expected + "' is missing");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed("it ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException("not JSON of this kind at character " + at + ": " + what);
    }
}
