package org.entente.node.names.file;

import java.util.Arrays;

/** What was done to a file of names. */
public enum Change {
    /** Nothing yet: there was no file. */
    NONE("none"),
    ADDED("added"),
    CORRECTED("corrected"),
    REMOVED("removed"),
    /** Another name is shown. */
    SHOWN("shown"),
    /** How a name is said. */
    SAID("said"),
    /** A form for other systems was approved. */
    FORM("form"),
    /** What is the same name in another script, spelling or language. */
    OTHERS("others"),
    /** Since when and until when a name is borne. */
    DATES("dates"),
    /** A name is no longer borne. */
    FORMER("former"),
    /** A former name is borne again. */
    BORNE("borne"),
    UNDONE("undone");

    private final String code;

    Change(String code) {
        this.code = code;
    }

    /** The word in the table and in the catalogues. */
    public String code() {
        return code;
    }

    static Change of(String code) {
        return Arrays.stream(values())
                .filter(change -> change.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no change of ours"));
    }
}
