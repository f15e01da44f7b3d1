package org.entente.checks.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a node received in a while: each request with all its bytes and its time. */
final class Traffic {
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    /** A request as it came: its line, its header and its body in one text. */
    private record Request(long nanos, String bytes) {}

    void add(Head head, byte[] body) {
        List<String> fields = head.fields().stream()
                .map(field ->
                        field.startsWith("If-None-Match:") ? "If-None-Match: what the issuer named its copy" : field)
                .toList();
        String bytes = head.start() + "\n" + String.join("\n", fields) + "\n\n"
                + HexFormat.of().formatHex(body);
        requests.add(new Request(System.nanoTime(), bytes));
    }

    /** The different requests, each with all its bytes but the times. */
    Set<String> different() {
        return requests.stream().map(Request::bytes).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether each request came again: none of them is one that comes but once. */
    boolean isSteady() {
        return !requests.isEmpty() && same().values().stream().allMatch(times -> times.size() > 1);
    }

    /** The times between one request and the next of the same bytes, for all of them. */
    List<Duration> pauses() {
        return same().values().stream().flatMap(Traffic::pauses).toList();
    }

    private Map<String, List<Request>> same() {
        return requests.stream()
                .sorted(Comparator.comparing(Request::nanos))
                .collect(Collectors.groupingBy(Request::bytes));
    }

    private static Stream<Duration> pauses(List<Request> inOrder) {
        return IntStream.range(1, inOrder.size())
                .mapToObj(i -> Duration.ofNanos(
                        inOrder.get(i).nanos() - inOrder.get(i - 1).nanos()));
    }
}
