package org.entente.node.names.file;

import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.record.NameEntry;

/** A name in a person's file. */
public record RecordedName(UUID id, NameEntry entry) {
    /** The same name, differently described. */
    public RecordedName with(NameEntry other) {
        return new RecordedName(id, other);
    }

    /** The same name as another kind of name. */
    public RecordedName as(Name.Kind kind) {
        Name name = entry.name();
        return with(new NameEntry(
                new Name(kind, name.full(), name.language(), name.parts()),
                entry.orthography(),
                entry.received(),
                entry.equivalents(),
                entry.spoken(),
                entry.legacyForms(),
                entry.validity()));
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
}
