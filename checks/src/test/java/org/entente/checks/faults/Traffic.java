package org.entente.checks.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What a node received in a while: each request with all its bytes and its time. */
final class Traffic {
    /** What comes without such a pause between belongs to one round of somebody's schedule. */
    private static final Duration PAUSE = Duration.ofMillis(1_200);

    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    /** A request as it came: its line, its header and its body in one text. */
    private record Request(long nanos, String bytes) {}

    /**
     * Requests that came together.
     *
     * @param startNanos of a clock that is compared with itself only
     * @param requests in no order: a mirror draws another each time
     */
    record Round(long startNanos, List<String> requests) {
        Duration until(Round next) {
            return Duration.ofNanos(next.startNanos - startNanos);
        }
    }

    void add(Head head, byte[] body) {
        List<String> fields = head.fields().stream()
                .map(field ->
                        field.startsWith("If-None-Match:") ? "If-None-Match: what the issuer named its copy" : field)
                .toList();
        String bytes = head.start() + "\n" + String.join("\n", fields) + "\n\n"
                + HexFormat.of().formatHex(body);
        requests.add(new Request(System.nanoTime(), bytes));
    }

    /** The rounds that lie wholly in that while. */
    List<Round> rounds() {
        List<Request> inOrder =
                requests.stream().sorted(Comparator.comparing(Request::nanos)).toList();
        List<Round> rounds = new ArrayList<>();
        List<String> now = new ArrayList<>();
        long start = 0;
        long last = 0;
        for (Request request : inOrder) {
            if (!now.isEmpty() && request.nanos() - last > PAUSE.toNanos()) {
                rounds.add(new Round(start, now.stream().sorted().toList()));
                now.clear();
            }
            start = now.isEmpty() ? request.nanos() : start;
            now.add(request.bytes());
            last = request.nanos();
        }
        return rounds.size() < 2 ? List.of() : rounds.subList(1, rounds.size());
    }

    /** The different rounds: one, where every round is the same. */
    Stream<List<String>> different() {
        return rounds().stream().map(Round::requests).distinct();
    }

    /** The times between the beginnings of rounds. */
    List<Duration> pauses() {
        List<Round> rounds = rounds();
        List<Duration> pauses = new ArrayList<>();
        for (int i = 1; i < rounds.size(); i++) {
            pauses.add(rounds.get(i - 1).until(rounds.get(i)));
        }
        return pauses;
    }
}
