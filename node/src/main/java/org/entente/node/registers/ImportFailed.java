package org.entente.node.registers;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;

/**
 * A register was not imported; what was imported before stands as it was. Says in both languages which lines are wrong and
 * in what, and never what stands in them. It has no cause: an error of the database or of the reader may quote a value.
 */
final class ImportFailed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** The most faults that are looked for in a file. */
    static final int MAX_FAULTS = 50;

    ImportFailed(String register, Text reason) {
        super("register " + register + " was not imported: " + reason.en() + "\nle registre " + register
                + " n’a pas été importé\u00a0: " + reason.fr());
    }

    ImportFailed(String register, List<Fault> faults) {
        this(
                register,
                new Text(
                        all(faults, Language.FR, "\u202f; ", "les lignes suivantes n’ont pas été lues"),
                        all(faults, Language.EN, "; ", "the lines after that were not read")));
    }

    private static String all(List<Fault> faults, Language language, String between, String end) {
        String all = faults.stream()
                .sorted(Comparator.comparingLong(Fault::line))
                .map(fault -> fault.in(language))
                .collect(Collectors.joining(between));
        return faults.size() < MAX_FAULTS ? all : all + between + end;
    }
}
