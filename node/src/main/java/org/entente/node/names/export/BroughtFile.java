package org.entente.node.names.export;

import java.util.List;

/** What became of a file that somebody brought. */
public sealed interface BroughtFile {
    /**
     * It has rows of names.
     *
     * @param rest how many rows more there are than are read
     */
    record Read(List<CsvRow> rows, int rest) implements BroughtFile {
        public Read {
            rows = List.copyOf(rows);
        }
    }

    /** It is none that can be read. */
    record Unreadable(Why why) implements BroughtFile {}

    /** Why a file cannot be read. */
    enum Why {
        /** There is nothing in it. */
        EMPTY,
        /** It is in another encoding than UTF-8, so that letters would be lost. */
        OTHER_ENCODING,
        /** It is no table, or one without a column of names. */
        NO_NAMES
    }
}
