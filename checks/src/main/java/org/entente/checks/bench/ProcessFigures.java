package org.entente.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used so far, as Linux counts it (proc(5)).
 *
 * @param processorMillis user and system time together
 * @param residentKib memory in use now
 */
record ProcessFigures(long processorMillis, long residentKib) {
    private static final long TICKS_A_SECOND = 100;

    /** Of these processes together. */
    static ProcessFigures of(List<Long> processes) {
        return processes.stream().map(ProcessFigures::of).reduce(new ProcessFigures(0, 0), ProcessFigures::plus);
    }

    /** A process and all that it started that still run; for PostgreSQL, whose sessions are processes. */
    static ProcessFigures ofTree(long root) {
        List<Long> tree = Stream.concat(
                        Stream.of(root),
                        ProcessHandle.of(root).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
        return of(tree);
    }

    private static ProcessFigures of(long process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // Its own time, and that of the processes which it started and which have ended: theirs must not get lost.
            long ticks = Stream.of(fields)
                    .skip(11)
                    .limit(4)
                    .mapToLong(Long::parseLong)
                    .sum();
            return new ProcessFigures(ticks * 1000 / TICKS_A_SECOND, resident(process));
        } catch (IOException ended) {
            return new ProcessFigures(0, 0);
        }
    }

    private static long resident(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0L);
    }

    /** What was used since, and what is held now. */
    ProcessFigures since(ProcessFigures before) {
        return new ProcessFigures(processorMillis - before.processorMillis, residentKib);
    }

    private ProcessFigures plus(ProcessFigures other) {
        return new ProcessFigures(processorMillis + other.processorMillis, residentKib + other.residentKib);
    }
}
