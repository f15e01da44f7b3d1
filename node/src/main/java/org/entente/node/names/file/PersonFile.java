package org.entente.node.names.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.PersonNames;
import org.entente.names.profile.OpenProfile;
import org.entente.names.record.NameEntry;
import org.entente.names.record.NameFile;

/**
 * All names of a person, former and ceremonial ones among them. The displayed one is the person's choice; while they have made
 * none that still stands, it is the first that may be shown.
 *
 * @param chosen what the person wants shown
 */
public record PersonFile(List<RecordedName> names, Optional<UUID> chosen) {
    /** No name yet. */
    public static final PersonFile EMPTY = new PersonFile(List.of(), Optional.empty());

    public PersonFile {
        names = List.copyOf(names);
        if (names.size() > PersonNames.MAX_NAMES) {
            throw new IllegalArgumentException("a person has at most " + PersonNames.MAX_NAMES + " names on record");
        }
    }

    /** Whether there is room for one more. */
    public boolean isFull() {
        return names.size() == PersonNames.MAX_NAMES;
    }

    public Optional<RecordedName> find(UUID id) {
        return names.stream().filter(name -> name.id().equals(id)).findFirst();
    }

    /** The one that is shown; empty while none may be. */
    public Optional<RecordedName> displayed() {
        return chosen.flatMap(this::find)
                .filter(RecordedName::isShared)
                .or(() -> names.stream().filter(RecordedName::isShared).findFirst());
    }

    /** The orthography of the one that is shown; the open one while none is. */
    public String orthography() {
        return displayed().map(name -> name.entry().orthography()).orElse(OpenProfile.ID);
    }

    /** With this name, in the place of the one of the same id or at the end. */
    public PersonFile with(RecordedName name) {
        List<RecordedName> others = new ArrayList<>(names);
        int place = names.stream().map(RecordedName::id).toList().indexOf(name.id());
        if (place < 0) {
            others.add(name);
        } else {
            others.set(place, name);
        }
        return new PersonFile(others, chosen);
    }

    /** Without the name of this id. */
    public PersonFile without(UUID id) {
        return new PersonFile(
                names.stream().filter(name -> !name.id().equals(id)).toList(), chosen);
    }

    /** Showing this one. */
    public PersonFile showing(UUID id) {
        return new PersonFile(names, Optional.of(id));
    }

    /** Former names, which only the person sees. */
    public List<RecordedName> former() {
        return names.stream().filter(RecordedName::isFormer).toList();
    }

    /** Names that may be shown, the displayed one first. */
    public List<RecordedName> shared() {
        List<RecordedName> shared = new ArrayList<>();
        displayed().ifPresent(shared::add);
        names.stream().filter(name -> name.isShared() && !shared.contains(name)).forEach(shared::add);
        return List.copyOf(shared);
    }

    /** The file as the library has it; empty while no name may be shown. */
    public Optional<NameFile> shown() {
        List<NameEntry> entries = names.stream().map(RecordedName::entry).toList();
        return displayed().map(name -> new NameFile(entries, names.indexOf(name)));
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "PersonFile[" + names.size() + "]";
    }
}
