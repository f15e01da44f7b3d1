package org.entente.node.names;

import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.search.CompareNames;
import org.springframework.stereotype.Component;

/** The front desk of this room: what may leave of what a person has recorded. */
@Component
public class Names {
    private final NameFiles files;
    private final CompareNames compare;

    Names(NameFiles files, CompareNames compare) {
        this.files = files;
        this.compare = compare;
    }

    /** The person's names as they stand, those that are shown and those that are put away in one reading. */
    public SharedNames of(PersonId person) {
        return of(files.latest(person).file());
    }

    /** What may leave of a file. */
    public SharedNames of(PersonFile file) {
        return new SharedNames(file.shown(), name -> compare.isPutAway(file, name));
    }
}
