package org.entente.node.registers;

import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;

/**
 * What is wrong with one row of a register's file. Never what stands there.
 *
 * @param line of the file on which the row begins, counted from 1, headings included
 * @param column its heading, "" where it is the whole row
 */
record Fault(long line, String column, What what) {
    /** What may be wrong. */
    enum What {
        OTHER_COLUMNS("il n’y a pas une valeur par colonne", "there are more or fewer values than there are columns"),
        NO_NUMBER("ce n’est pas un numéro utilisable", "not a usable number"),
        SAME_NUMBER("une ligne précédente a le même numéro", "a line before it has the same number"),
        NO_DATE("ce n’est pas une date (AAAA-MM-JJ)", "not a date (YYYY-MM-DD)"),
        NO_NAME("ce n’est pas un nom utilisable", "not a usable name"),
        DAMAGED(
                "une lettre s’est perdue avant d’arriver ici (U+FFFD)\u202f; exportez le fichier à nouveau, en UTF-8",
                "a letter was lost before it came here (U+FFFD); export the file once more, in UTF-8"),
        EMPTY("il n’y a rien", "there is nothing"),
        TOO_LONG("la valeur est trop longue", "the value is too long"),
        NO_TEXT("il y a un caractère qui n’est d’aucun texte", "there is a character that no text has");

        private final Text text;

        What(String fr, String en) {
            this.text = new Text(fr, en);
        }
    }

    String in(Language language) {
        String place = switch (language) {
            case FR -> "ligne " + line + (column.isEmpty() ? "" : ", colonne " + column) + "\u00a0: ";
            case EN -> "line " + line + (column.isEmpty() ? "" : ", column " + column) + ": ";
        };
        return place + what.text.in(language);
    }
}
