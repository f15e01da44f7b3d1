package org.entente.node.names.export;

import java.util.Map;

/**
 * One row of a file of names, as somebody brought it: nothing of it is trusted, and nothing of it is taken by itself.
 *
 * @param line on which it begins, from 1, headings included
 */
public record CsvRow(long line, Map<Column, String> cells) {
    public CsvRow {
        cells = Map.copyOf(cells);
    }

    /** What stands in a column; "" where nothing does. */
    public String in(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** Never what stands there. */
    @Override
    public String toString() {
        return "CsvRow[" + line + "]";
    }
}
