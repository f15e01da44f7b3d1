package org.entente.node.names.search;

import org.entente.names.key.Likeness;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;

/** A name that is like the one looked for, and whose it is. */
public record Candidate(PersonId person, RecordedName name, PersonFile file, Likeness likeness) {
    /** Never the name. */
    @Override
    public String toString() {
        return "Candidate[" + person + "]";
    }
}
