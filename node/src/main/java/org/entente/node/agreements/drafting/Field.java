package org.entente.node.agreements.drafting;

import java.util.List;

/**
 * One field of a form over a part of a draft, as data.
 *
 * @param name in the form and in the catalogue
 * @param pointer where its value stands in that part (RFC 6901)
 * @param choices of a choice
 * @param columns of rows
 * @param needed whether it may not be empty
 */
public record Field(
        String name, String pointer, Kind kind, List<String> choices, List<Column> columns, boolean needed) {
    /** How a value is written. */
    public enum Kind {
        LINE,
        WHOLE,
        DAY,
        BOTH_LANGUAGES,
        LINES,
        CHOICE,
        REACH,
        CLAIMS,
        ROWS
    }

    /** One column of rows: a line, several words, or a mark. */
    public record Column(String name, String pointer, Column.Kind kind) {
        /** How a value is written. */
        public enum Kind {
            LINE,
            WORDS,
            MARK
        }
    }

    public Field {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
    }

    static Field line(String name, String pointer) {
        return new Field(name, pointer, Kind.LINE, List.of(), List.of(), true);
    }

    static Field whole(String name, String pointer) {
        return new Field(name, pointer, Kind.WHOLE, List.of(), List.of(), true);
    }

    static Field day(String name, String pointer) {
        return new Field(name, pointer, Kind.DAY, List.of(), List.of(), false);
    }

    static Field bothLanguages(String name, String pointer) {
        return new Field(name, pointer, Kind.BOTH_LANGUAGES, List.of(), List.of(), true);
    }

    static Field lines(String name, String pointer) {
        return new Field(name, pointer, Kind.LINES, List.of(), List.of(), false);
    }

    static Field choice(String name, String pointer, String... choices) {
        return new Field(name, pointer, Kind.CHOICE, List.of(choices), List.of(), true);
    }

    static Field of(Kind kind, String name, String pointer) {
        return new Field(name, pointer, kind, List.of(), List.of(), true);
    }

    static Field rows(String name, String pointer, Column... columns) {
        return new Field(name, pointer, Kind.ROWS, List.of(), List.of(columns), false);
    }

    static Column column(String name, String pointer) {
        return new Column(name, pointer, Column.Kind.LINE);
    }

    static Column words(String name, String pointer) {
        return new Column(name, pointer, Column.Kind.WORDS);
    }

    static Column mark(String name, String pointer) {
        return new Column(name, pointer, Column.Kind.MARK);
    }

    /** The same, which may be left empty. */
    Field optional() {
        return new Field(name, pointer, kind, choices, columns, false);
    }
}
