package org.entente.node.names.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.record.Equivalent;
import org.entente.names.record.NameEntry;

/**
 * A name in a person's file.
 *
 * @param before what a former name was to its bearer while they bore it, and would be again; empty for all others, and where
 *     nobody knows
 */
public record RecordedName(UUID id, NameEntry entry, Optional<Name.Kind> before) {
    /** The most other writings that a person says of a name. */
    public static final int MAX_OTHERS = 10;

    public RecordedName {
        if (before.isPresent() && (!isFormer(entry) || !before.get().isShared())) {
            throw new IllegalArgumentException("only a name that is former was something that others saw");
        }
    }

    /** A name that is borne, or of which nobody knows what it was. */
    public RecordedName(UUID id, NameEntry entry) {
        this(id, entry, Optional.empty());
    }

    /** The same name, differently described. */
    public RecordedName with(NameEntry other) {
        return new RecordedName(id, other, before);
    }

    /** The same name, with another writing of it; the same writing replaces what was said of it. */
    public RecordedName with(Equivalent other) {
        List<Equivalent> others =
                new ArrayList<>(without(other.full().value()).entry.equivalents());
        others.add(other);
        return with(entry.with(others.toArray(Equivalent[]::new)));
    }

    /** The same name without one of its other writings. */
    public RecordedName without(String otherWriting) {
        return with(entry.with(entry.equivalents().stream()
                .filter(other -> !other.full().value().equals(otherWriting))
                .toArray(Equivalent[]::new)));
    }

    /** The same name as one that is no longer borne; empty for one that is so already, and for a ceremonial one. */
    public Optional<RecordedName> noLongerBorne() {
        return isShared()
                ? Optional.of(new RecordedName(
                        id, as(Name.Kind.FORMER), Optional.of(entry.name().kind())))
                : Optional.empty();
    }

    /** A former name as what it was before, borne until no day that is known; empty for one that is borne, and where nobody knows what it was. */
    public Optional<RecordedName> borneAgain() {
        return before.map(
                kind -> new RecordedName(id, as(kind).with(entry.validity().borne())));
    }

    /** Whether it is no longer borne. */
    public boolean isFormer() {
        return isFormer(entry);
    }

    /** Whether it may leave the file. */
    public boolean isShared() {
        return entry.name().kind().isShared();
    }

    /** The whole name as it is written. */
    public String full() {
        return entry.name().full().value();
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "RecordedName[" + id + "]";
    }

    private static boolean isFormer(NameEntry entry) {
        return entry.name().kind() == Name.Kind.FORMER;
    }

    private NameEntry as(Name.Kind kind) {
        Name name = entry.name();
        return new NameEntry(
                new Name(kind, name.full(), name.language(), name.parts()),
                entry.orthography(),
                entry.received(),
                entry.equivalents(),
                entry.spoken(),
                entry.legacyForms(),
                entry.validity());
    }
}
