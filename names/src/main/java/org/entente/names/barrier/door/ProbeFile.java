package org.entente.names.barrier.door;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.barrier.probe.Ability;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.Entry;
import org.entente.names.barrier.probe.Interview;
import org.entente.names.barrier.probe.Output;
import org.entente.names.barrier.probe.Reply;

/** The file of probes that an operator puts through a system: a number and a name on each line, CSV in UTF-8. */
public final class ProbeFile {
    /** The columns. */
    static final List<String> COLUMNS = List.of("number", "name");

    private ProbeFile() {}

    /** The names that go into the file, in stored form and in their order; the number of a line is its place, from 1. */
    public static List<String> names() {
        Recorder recorder = new Recorder();
        Interview.silent().at(recorder);
        return recorder.written.stream()
                .filter(name -> NameText.read(name) instanceof NameReading.Accepted(NameText stored)
                        && stored.value().equals(name))
                .toList();
    }

    /** The file. */
    public static String write() {
        StringBuilder file = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        int number = 0;
        for (String name : names()) {
            file.append(++number).append(",\"").append(name).append("\"\r\n");
        }
        return file.toString();
    }

    /** A door that takes everything and notes it. */
    private static final class Recorder implements Door {
        private final Set<String> written = new LinkedHashSet<>();

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
            written.add(entry.full());
            return new Reply.Accepted(entry.full());
        }

        @Override
        public Reply rename(String reference, String full) {
            return new Reply.Accepted(full);
        }

        @Override
        public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
            return List.of();
        }
    }
}
