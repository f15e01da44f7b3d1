package org.entente.names.record;

import java.util.List;
import org.entente.names.PersonNames;

/**
 * All names of a person, with all that is known of them.
 *
 * @param displayedIndex which of them the person wants shown, from 0
 */
public record NameFile(List<NameEntry> entries, int displayedIndex) {
    /** @throws IllegalArgumentException as {@link PersonNames} */
    public NameFile {
        entries = List.copyOf(entries);
        new PersonNames(entries.stream().map(NameEntry::name).toList(), displayedIndex);
    }

    /** A person of one name. */
    public static NameFile of(NameEntry only) {
        return new NameFile(List.of(only), 0);
    }

    /** The names alone. */
    public PersonNames names() {
        return new PersonNames(entries.stream().map(NameEntry::name).toList(), displayedIndex);
    }

    /** The one that the person wants shown. */
    public NameEntry displayed() {
        return entries.get(displayedIndex);
    }

    /** Those that may leave the record: neither ceremonial nor former. */
    public List<NameEntry> shared() {
        return entries.stream().filter(entry -> entry.name().kind().isShared()).toList();
    }
}
