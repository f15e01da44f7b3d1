package org.entente.node.names.capture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.profile.Profile;
import org.entente.node.kernel.Language;
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
     * @param form what is written already, where it corrects none
     * @param page the language of the page that leads here
     */
    Draft draft(PersonId person, Optional<UUID> corrects, DraftForm form, Language page) {
        return corrects.map(name -> files.latest(person)
                        .file()
                        .find(name)
                        .map(Draft::correcting)
                        .orElseThrow(NotFound::new))
                .orElseGet(() -> form.begun(Draft.empty(Orthographies.open()), page));
    }

    /**
     * A draft of a name that a register holds; none when it holds it no longer.
     *
     * @param mark of the name as it was offered
     */
    Optional<Draft> taking(PersonId person, String mark) {
        return offered.marked(person, mark).map(name -> Draft.of(name, writingOf(name)));
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
