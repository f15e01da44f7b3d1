package org.entente.node.names.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.file.Version;
import org.entente.node.names.search.Looks;

/**
 * What was done with a person's names, the latest first, for their own eyes.
 *
 * @param looks who read their former names
 */
public record HistoryView(List<Step> steps, List<Looks.Look> looks) {
    /**
     * One change.
     *
     * @param about the names that it changed, but those that their bearer has put away
     */
    public record Step(Version version, List<RecordedName> about) {
        public Step {
            about = List.copyOf(about);
        }
    }

    public HistoryView {
        steps = List.copyOf(steps);
        looks = List.copyOf(looks);
    }

    /** @param versions the latest first */
    static HistoryView of(List<Version> versions, List<Looks.Look> looks) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            boolean isKnown = version.number() == 1 || i + 1 < versions.size();
            PersonFile before = i + 1 < versions.size() ? versions.get(i + 1).file() : PersonFile.EMPTY;
            PersonFile now = versions.getFirst().file();
            steps.add(new Step(
                    version,
                    isKnown
                            ? changed(before, version.file())
                                    .filter(name -> isOpen(name, now))
                                    .toList()
                            : List.of()));
        }
        return new HistoryView(steps, looks);
    }

    /** The names that are other afterwards, or new; then those that are gone. */
    private static Stream<RecordedName> changed(PersonFile before, PersonFile after) {
        return Stream.concat(
                after.names().stream().filter(name -> !before.names().contains(name)),
                before.names().stream().filter(name -> after.find(name.id()).isEmpty()));
    }

    private static boolean isOpen(RecordedName name, PersonFile now) {
        return name.isShared()
                && now.find(name.id()).map(RecordedName::isShared).orElse(true);
    }
}
