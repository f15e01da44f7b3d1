package org.entente.node.names.mine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.profile.Profile;
import org.entente.names.profile.Status;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.FileNumber;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.file.Version;
import org.entente.node.names.offered.OfferedNames;
import org.springframework.stereotype.Component;

/** Gathers a person's names for their pages. */
@Component
class ShowNames {
    private final NameFiles files;
    private final Orthographies orthographies;
    private final OfferedNames offered;
    private final PutAway putAway;

    ShowNames(NameFiles files, Orthographies orthographies, OfferedNames offered, PutAway putAway) {
        this.files = files;
        this.orthographies = orthographies;
        this.offered = offered;
        this.putAway = putAway;
    }

    NamesView all(PersonId person, boolean conflict, Instant now) {
        List<Version> history = files.history(person);
        Version latest = history.isEmpty() ? Version.NONE : history.getFirst();
        PersonFile file = latest.file();
        List<NameView> names = file.names().stream()
                .filter(name -> !file.former().contains(name))
                .map(name -> view(person, file, name, Optional.empty()))
                .toList();
        boolean undoable = latest.number() == 1 || history.size() > 1;
        return new NamesView(
                names,
                file.former(),
                !file.former().isEmpty() && putAway.isAttested(person, now),
                offered.missing(person, file),
                FileNumber.of(person),
                latest.number(),
                latest.change(),
                undoable,
                conflict);
    }

    Optional<NameView> one(PersonId person, UUID id, Instant now) {
        PersonFile file = files.latest(person).file();
        return file.find(id).map(name -> view(person, file, name, attested(person, file, id, now)));
    }

    private Optional<NameView.Attested> attested(PersonId person, PersonFile file, UUID name, Instant now) {
        return putAway.isAttested(person, now)
                ? Optional.of(new NameView.Attested(
                        putAway.isRenewable(person, PutAway.away(file, name).orElse(file), now),
                        putAway.isRenewable(person, file.without(name), now)))
                : Optional.empty();
    }

    private NameView view(PersonId person, PersonFile file, RecordedName name, Optional<NameView.Attested> attested) {
        Profile profile = orthographies.alphabet(name.entry().orthography()).profile();
        boolean known = !profile.id().equals(Orthographies.open());
        return new NameView(
                name,
                known ? profile.name() : "",
                known && profile.status() == Status.DRAFT,
                known ? Optional.of(profile.authority()) : Optional.empty(),
                FileNumber.of(person),
                file.displayed().filter(name::equals).isPresent(),
                attested);
    }
}
