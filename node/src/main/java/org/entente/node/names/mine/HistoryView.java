package org.entente.node.names.mine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.file.Version;
import org.entente.node.names.search.Looks;

/**
 * What was done with a person's names, the latest first, for their own eyes. A name that was put away when it was last in the
 * file stands nowhere in it, also where it was removed afterwards.
 *
 * @param looks who read their former names
 */
public record HistoryView(List<Step> steps, List<Looks.Look> looks) {
    /**
     * One change.
     *
     * @param about the names that it changed, but those that their bearer has put away
     * @param shown the name that was shown afterwards, unless its bearer has put it away since
     */
    public record Step(Version version, List<RecordedName> about, Optional<RecordedName> shown) {
        public Step {
            about = List.copyOf(about);
        }

        /** Whether the name that was shown afterwards is one that its bearer has put away since. */
        public boolean isAway() {
            return shown.isEmpty() && version.file().displayed().isPresent();
        }
    }

    public HistoryView {
        steps = List.copyOf(steps);
        looks = List.copyOf(looks);
    }

    /** @param versions the latest first */
    static HistoryView of(List<Version> versions, List<Looks.Look> looks) {
        Map<UUID, RecordedName> last = new HashMap<>();
        versions.forEach(version -> version.file().names().forEach(name -> last.putIfAbsent(name.id(), name)));
        Predicate<RecordedName> open =
                name -> name.isShared() && last.getOrDefault(name.id(), name).isShared();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            boolean isKnown = version.number() == 1 || i + 1 < versions.size();
            PersonFile before = i + 1 < versions.size() ? versions.get(i + 1).file() : PersonFile.EMPTY;
            steps.add(new Step(
                    version,
                    isKnown ? changed(before, version.file()).filter(open).toList() : List.of(),
                    version.file().displayed().filter(open)));
        }
        return new HistoryView(steps, looks);
    }

    /** The names that are other afterwards, or new; then those that are gone. */
    private static Stream<RecordedName> changed(PersonFile before, PersonFile after) {
        return Stream.concat(
                after.names().stream().filter(name -> !before.names().contains(name)),
                before.names().stream().filter(name -> after.find(name.id()).isEmpty()));
    }
}
