package org.entente.names.barrier.probe;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;

/** A door that remembers: each probe is written once however many barriers it is for, and each output read once. */
final class Trials {
    /** Where evidence of a search was seen. */
    static final String SEARCH = "search";

    private final Door door;
    private final Map<String, Reply> replies = new HashMap<>();
    private final Map<String, List<Output>> outputs = new HashMap<>();

    Trials(Door door) {
        this.door = door;
    }

    Door door() {
        return door;
    }

    boolean can(Ability ability) {
        return door.abilities().contains(ability);
    }

    Reply register(String full) {
        return replies.computeIfAbsent(full, name -> door.register(Entry.of(name)));
    }

    /** What comes out of a probe that was accepted; nothing of one that was refused. */
    List<Output> outputs(String full, Output.Kind... kinds) {
        return register(full) instanceof Reply.Accepted(String reference) ? of(reference, kinds) : List.of();
    }

    List<Output> of(String reference, Output.Kind... kinds) {
        List<Output> all = new ArrayList<>();
        for (Output.Kind kind : kinds) {
            if (door.kinds().contains(kind)) {
                all.addAll(outputs.computeIfAbsent(
                        kind + "\n" + reference, key -> door.outputs(reference, EnumSet.of(kind))));
            }
        }
        return all;
    }

    /** Found if one of the probes is refused. */
    Finding accepts(String... probes) {
        List<Evidence> refused = new ArrayList<>();
        for (String probe : probes) {
            if (register(probe) instanceof Reply.Refused refusal) {
                refused.add(refused(probe, refusal));
            }
        }
        return foundOr(refused, Wording.of("tested.accepted", String.join(" · ", probes)));
    }

    /**
     * Found if a probe comes back with one of these damages from an output of these kinds. An output that stays empty shows
     * nothing of the others.
     */
    Finding keeps(Set<Damage> damages, Set<Output.Kind> kinds, String... probes) {
        List<Evidence> damaged = new ArrayList<>();
        int seen = 0;
        int empty = 0;
        for (String probe : probes) {
            for (Output output : outputs(probe, kinds.toArray(Output.Kind[]::new))) {
                Set<Damage> done = Damage.of(probe, output.text());
                if (done.contains(Damage.EMPTY) && !damages.contains(Damage.EMPTY)) {
                    empty++;
                    continue;
                }
                seen++;
                done.stream()
                        .filter(damages::contains)
                        .forEach(damage -> damaged.add(new Evidence(
                                output.outlet().name(), probe, output.text(), Wording.of("damage." + damage.name()))));
            }
        }
        if (seen == 0) {
            return empty == 0 ? nothingSeen(kinds) : notHere("nothing-came");
        }
        return foundOr(damaged, Wording.of("tested.kept", String.join(" · ", probes), seen));
    }

    /** Found if the registered name is not among what a search for one of the others gives. */
    Finding finds(String registered, String... typed) {
        if (!can(Ability.SEARCH)) {
            return notHere("no-search");
        }
        if (register(registered) instanceof Reply.Refused) {
            return notHere("refused-before");
        }
        List<Evidence> missing = new ArrayList<>();
        ShownAs forms = shownAs(registered);
        for (String each : typed) {
            List<String> found = door.search(each);
            if (found.stream().noneMatch(forms::isIn)) {
                missing.add(
                        new Evidence(SEARCH, each, String.join(" · ", found), Wording.of("not-found-by", registered)));
            }
        }
        return foundOr(missing, Wording.of("tested.searched", registered, String.join(" · ", typed)));
    }

    Finding nothingSeen(Set<Output.Kind> kinds) {
        return kinds.stream().anyMatch(door.kinds()::contains)
                ? notHere("refused-before")
                : notHere(
                        "no-output",
                        String.join(
                                ", ",
                                kinds.stream().map(Output.Kind::code).sorted().toList()));
    }

    /** How the system shows a name that was registered. */
    ShownAs shownAs(String registered) {
        return ShownAs.of(registered, outputs(registered, Output.Kind.DATA, Output.Kind.SHOWN));
    }

    static Evidence refused(String probe, Reply.Refused refusal) {
        String where = refusal.status() == 0 ? "" : "HTTP " + refusal.status();
        return new Evidence(where, probe, "", Wording.of("refused", refusal.words()));
    }

    static Finding foundOr(List<Evidence> evidence, Wording tested) {
        return evidence.isEmpty() ? new Finding.NotFound(tested) : new Finding.Found(evidence);
    }

    static Finding notHere(String key, Object... arguments) {
        return new Finding.NotApplicable(Wording.of(key, arguments));
    }
}
