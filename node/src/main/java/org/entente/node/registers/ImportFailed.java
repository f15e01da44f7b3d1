package org.entente.node.registers;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A register was not imported; what was imported before stands as it was. Says which rows are wrong and in what, and never
 * what stands in them. It has no cause: an error of the database or of the reader may quote a value.
 */
final class ImportFailed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** The most faults that are looked for in a file. */
    static final int MAX_FAULTS = 50;

    /**
     * What is wrong with one row.
     *
     * @param row counted from 1, the line of headings not included
     */
    record Fault(long row, String reason) {
        @Override
        public String toString() {
            return "row " + row + " " + reason;
        }
    }

    ImportFailed(String register, String reason) {
        super("register " + register + " was not imported: " + reason);
    }

    ImportFailed(String register, List<Fault> faults) {
        this(
                register,
                faults.stream()
                                .sorted(Comparator.comparingLong(Fault::row))
                                .map(Fault::toString)
                                .collect(Collectors.joining("; "))
                        + (faults.size() < MAX_FAULTS ? "" : "; the rows after that were not read"));
    }
}
