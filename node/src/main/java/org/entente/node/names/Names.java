package org.entente.node.names;

import java.util.Optional;
import org.entente.names.record.NameFile;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.NameFiles;
import org.springframework.stereotype.Component;

/** The front desk of this room: what a person has recorded. */
@Component
public class Names {
    private final NameFiles files;

    Names(NameFiles files) {
        this.files = files;
    }

    /** The person's names with all that is known of them; empty while none may be shown. */
    public Optional<NameFile> of(PersonId person) {
        return files.latest(person).file().shown();
    }
}
