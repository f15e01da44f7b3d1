package org.entente.names.barrier.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.Ability;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.barrier.probe.Entry;
import org.entente.names.barrier.probe.Output;
import org.entente.names.barrier.probe.Reply;
import org.entente.names.profile.CsvTable;

/**
 * The file of probes after it went through a system: written by {@link ProbeFile}, imported, exported, and now read. Its
 * columns may stand in another order among others; they are still called {@code number} and {@code name}.
 */
public final class ReturnedFile implements Door {
    private final Map<String, String> returned;
    private final Map<String, Finding> observed;
    private final Map<String, String> numbers = new HashMap<>();

    private ReturnedFile(Map<String, String> returned, Map<String, Finding> observed) {
        this.returned = returned;
        this.observed = observed;
        List<String> names = ProbeFile.names();
        for (int i = 0; i < names.size(); i++) {
            numbers.put(names.get(i), "" + (i + 1));
        }
    }

    /**
     * Reads the file.
     *
     * @throws DoorFailed when it is no CSV with these two columns
     */
    public static ReturnedFile read(byte[] file) {
        Optional<String> unicode = unicode(file);
        String text = unicode.orElseGet(() -> new String(file, Charset.forName("windows-1252")));
        Map<String, Finding> observed = unicode.isPresent()
                ? Map.of()
                : Map.of("B46", new Finding.Found(List.of(new Evidence("", "", "", Wording.of("not-utf-8")))));
        try {
            return new ReturnedFile(
                    names(CsvTable.rows(text.startsWith("\uFEFF") ? text.substring(1) : text)), observed);
        } catch (IllegalArgumentException e) {
            throw new DoorFailed(Wording.of("not-csv"));
        }
    }

    private static Optional<String> unicode(byte[] file) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> names(List<List<String>> rows) {
        List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
        int number = header.indexOf(ProbeFile.COLUMNS.getFirst());
        int name = header.indexOf(ProbeFile.COLUMNS.getLast());
        if (number < 0 || name < 0) {
            throw new IllegalArgumentException("other columns");
        }
        Map<String, String> names = new HashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() > Math.max(number, name)) {
                names.put(row.get(number).strip(), row.get(name));
            }
        }
        return names;
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    @Override
    public Set<Output.Kind> kinds() {
        return EnumSet.of(Output.Kind.DATA, Output.Kind.FILE);
    }

    @Override
    public Reply register(Entry entry) {
        String number = numbers.getOrDefault(entry.full(), "");
        return returned.containsKey(number)
                ? new Reply.Accepted(number)
                : new Reply.Refused(0, Wording.of("line-missing").en());
    }

    @Override
    public Reply rename(String reference, String full) {
        return new Reply.Refused(0, "");
    }

    @Override
    public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
        List<Output> outputs = new ArrayList<>();
        for (Output.Kind kind : kinds) {
            outputs.add(
                    new Output(new Output.Outlet("line " + reference, kind, ""), returned.getOrDefault(reference, "")));
        }
        return outputs;
    }

    @Override
    public Map<String, Finding> observed() {
        return observed;
    }
}
