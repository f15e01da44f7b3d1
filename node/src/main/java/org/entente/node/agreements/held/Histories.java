package org.entente.node.agreements.held;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;

/**
 * What has been read of each entente's history, so that a process reads and verifies each transition once, however long the
 * history and however often it is asked for. A transition stands for all before it, since each names the hash of its
 * predecessor.
 */
final class Histories {
    private final Function<String, Transition> parse;
    private final Map<String, List<Recorded>> byName = new ConcurrentHashMap<>();

    /** A transition as the database has it. */
    record Row(String jws, Instant at) {
        boolean isOf(Recorded known) {
            return known.transition().jws().equals(jws) && known.at().equals(at);
        }
    }

    /** @param parse reads a transition */
    Histories(Function<String, Transition> parse) {
        this.parse = parse;
    }

    /** What was last read of an entente's history; empty when nothing was. */
    List<Recorded> known(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** What was last read of each. */
    Map<String, List<Recorded>> all() {
        return Map.copyOf(byName);
    }

    /**
     * The whole history, verified.
     *
     * @param before how it begins: something that was known and that the database still has, or nothing
     * @param rows what the database has after that
     * @param texts of the versions, by hash
     */
    List<Recorded> read(String name, List<Recorded> before, List<Row> rows, Function<String, Optional<Entente>> texts) {
        if (rows.isEmpty()) {
            if (before.isEmpty()) {
                // Known from a change that was undone.
                byName.remove(name);
            }
            return before;
        }
        List<Recorded> known = known(name);
        List<Recorded> all = new ArrayList<>(before);
        for (Row row : rows) {
            int place = all.size();
            boolean isKnown = place < known.size() && row.isOf(known.get(place));
            all.add(isKnown ? known.get(place) : verified(name, all, row, texts));
        }
        List<Recorded> read = List.copyOf(all);
        byName.put(name, read);
        return read;
    }

    private Recorded verified(String name, List<Recorded> before, Row row, Function<String, Optional<Entente>> texts) {
        Transition transition = parse.apply(row.jws());
        EntenteState state = before.isEmpty()
                ? EntenteState.of(texts.apply(transition.document())
                        .orElseThrow(() -> new IllegalStateException("the first text of " + name + " is missing")))
                : before.getLast().after();
        return switch (state.apply(transition, texts, row.at())) {
            case Verdict.Applied(EntenteState next) -> new Recorded(transition, row.at(), next);
            case Verdict.Rejected(var reason) ->
                throw new IllegalStateException("transition " + transition.number() + " of " + name
                        + " was changed in the database: " + reason.code());
        };
    }
}
