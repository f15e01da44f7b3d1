package org.entente.node.names.capture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.profile.Profile;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.offered.OfferedNames;
import org.entente.node.web.NotFound;
import org.springframework.stereotype.Component;

/** With what a draft begins: with nothing, with a name that is corrected, or with one that a register holds. */
@Component
class BeginDraft {
    private final NameFiles files;
    private final OfferedNames offered;
    private final Orthographies orthographies;

    BeginDraft(NameFiles files, OfferedNames offered, Orthographies orthographies) {
        this.files = files;
        this.offered = offered;
        this.orthographies = orthographies;
    }

    /**
     * A new draft.
     *
     * @param corrects a name of the person's
     * @param held the place of a name that is offered
     */
    Draft draft(PersonId person, Optional<UUID> corrects, Optional<Integer> held) {
        if (corrects.isPresent()) {
            return files.latest(person)
                    .file()
                    .find(corrects.get())
                    .map(Draft::correcting)
                    .orElseThrow(NotFound::new);
        }
        return held.map(place -> offered.at(person, place).orElseThrow(NotFound::new))
                .map(name -> Draft.of(name, writingOf(name)))
                .orElseGet(() -> Draft.empty(Orthographies.open()));
    }

    /** The writing that its language leads to; none in particular where several orthographies write that language. */
    private String writingOf(Name name) {
        List<String> known = orthographies.all().stream()
                .filter(profile -> profile.bcp47().equals(name.language()))
                .map(Profile::id)
                .toList();
        return known.size() == 1 ? known.getFirst() : Writing.code(Orthographies.open(), name.language());
    }
}
