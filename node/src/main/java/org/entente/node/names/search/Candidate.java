package org.entente.node.names.search;

import org.entente.names.key.Likeness;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;

/**
 * A name that is like the one looked for, and whose it is.
 *
 * @param resemblance to this name
 * @param distance K6: from 0, said the same, to 1, where it is said otherwise or nobody knows. It ranks and says nothing else
 */
public record Candidate(PersonId person, RecordedName name, PersonFile file, Resemblance resemblance, double distance) {
    Likeness likeness() {
        return resemblance.likeness();
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "Candidate[" + person + "]";
    }
}
