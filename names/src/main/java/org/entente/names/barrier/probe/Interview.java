package org.entente.names.barrier.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;

/**
 * Tries every barrier at one door.
 *
 * @param only the barriers to try; empty for all
 * @param progress is told each barrier as its turn comes
 */
public record Interview(Set<String> only, Consumer<String> progress) {
    private static final Map<String, Function<Trials, Finding>> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.putAll(Writing.CHECKS);
        CHECKS.putAll(Keeping.CHECKS);
        CHECKS.putAll(Searching.CHECKS);
        CHECKS.putAll(HandingOn.CHECKS);
        CHECKS.putAll(Life.CHECKS);
    }

    public Interview {
        only = Set.copyOf(only);
    }

    /** All barriers, silently. */
    public static Interview silent() {
        return new Interview(Set.of(), id -> {});
    }

    /**
     * Tries them.
     *
     * @throws DoorFailed when the door does not take a name that every system takes
     */
    public Map<String, Finding> at(Door door) {
        Trials trials = new Trials(door);
        if (trials.register(Probes.CONTROL) instanceof Reply.Refused refusal) {
            throw new DoorFailed(Wording.of("control-refused", Probes.CONTROL, refusal.words()));
        }
        Map<String, Finding> findings = new LinkedHashMap<>();
        CHECKS.forEach((id, check) -> {
            if (only.isEmpty() || only.contains(id)) {
                progress.accept(id);
                findings.put(id, check.apply(trials));
            }
        });
        door.observed().forEach((id, finding) -> {
            if (only.isEmpty() || only.contains(id)) {
                findings.merge(id, finding, Finding::and);
            }
        });
        leftOut().forEach(id -> findings.put(id, Trials.notHere("not-tried")));
        return findings;
    }

    /** The rows that the operator did not ask for: nothing is known of them, whatever the door could have shown. */
    private List<String> leftOut() {
        return Catalogue.standard().barriers().stream()
                .map(Barrier::id)
                .filter(id -> !only.isEmpty() && !only.contains(id))
                .toList();
    }
}
