package org.entente.node.agreements.offline;

import java.util.List;
import java.util.Locale;

/** Files of an entente that no ruling can rest on. */
public final class Unsound extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** Neither a record, a page of transitions nor a document. Arguments: what is wrong with it in English, its code. */
        MALFORMED,
        /** A page of transitions of an entente whose record is not among the files. Argument: its address. */
        RECORD_MISSING,
        /** Arguments: the entente's address, the page's number. */
        PAGE_MISSING,
        /** The pages do not lead to the last transition that the record shows. Argument: the entente's address. */
        OTHER_HISTORY,
        /** A transition does not follow from those before. Arguments: the entente’s address, why. */
        TRANSITION_REFUSED,
        /** There is no record at all, and a document alone binds nobody. */
        NO_RECORD;

        /** The name in catalogues and interfaces. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Why why;
    private final transient List<Object> arguments;

    Unsound(Why why, Object... arguments) {
        super(why.code());
        this.why = why;
        this.arguments = List.of(arguments);
    }

    public Why why() {
        return why;
    }

    /** What the sentence about it names. */
    public List<Object> arguments() {
        return arguments;
    }
}
