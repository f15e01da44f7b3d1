package org.entente.node.names.capture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.letters.Proposal;
import org.entente.names.record.NameEntry;
import org.entente.names.record.Spoken;
import org.entente.names.record.Validity;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.springframework.stereotype.Component;

/** Puts a draft into its person's file. */
@Component
class RecordName {
    private final ReadDraft read;
    private final Drafts drafts;
    private final ChangeNames change;
    private final NameFiles files;
    private final StillRight stillRight;

    RecordName(ReadDraft read, Drafts drafts, ChangeNames change, NameFiles files, StillRight stillRight) {
        this.read = read;
        this.drafts = drafts;
        this.change = change;
        this.files = files;
        this.stillRight = stillRight;
    }

    /** What became of it. */
    enum Outcome {
        RECORDED,
        /** The person has as many names on record as a file holds. */
        FULL
    }

    /**
     * Records it, once however often it is sent: a name takes its draft's id.
     *
     * @param accepted what the person said yes to
     * @param said what of a corrected name is still right
     */
    Outcome record(
            UUID draftId, PersonId person, Draft draft, List<Proposal> accepted, StillRight.Said said, Instant now) {
        UUID id = draft.corrects().orElse(draftId);
        Name name = read.name(draft, accepted);
        boolean done = change.change(
                person,
                draft.corrects().isPresent() ? Change.CORRECTED : Change.ADDED,
                file -> put(file, id, name, draft, said),
                now);
        if (!done) {
            return Outcome.FULL;
        }
        drafts.end(draftId, person);
        return Outcome.RECORDED;
    }

    /** Whether a draft has become a name already: somebody pressed the button twice. */
    boolean isRecorded(UUID draft, PersonId person) {
        return files.latest(person).file().find(draft).isPresent();
    }

    /** The name of a draft as it stands in its person's file; empty where it corrects none. */
    Optional<NameEntry> corrected(PersonId person, Draft draft) {
        return draft.corrects()
                .flatMap(id -> files.latest(person).file().find(id))
                .map(RecordedName::entry);
    }

    private Optional<PersonFile> put(PersonFile file, UUID id, Name name, Draft draft, StillRight.Said said) {
        Optional<RecordedName> before = file.find(id);
        if (before.isEmpty() && file.isFull()) {
            return Optional.empty();
        }
        NameEntry drafted = new NameEntry(
                name,
                read.writing(draft).orthography(),
                draft.full(),
                List.of(),
                Spoken.told(draft.ipa().strip(), draft.respelling().strip(), draft.respelledIn()),
                List.of(),
                Validity.UNKNOWN);
        NameEntry entry = before.map(known -> stillRight.correct(known.entry(), drafted, said))
                .orElse(drafted);
        RecordedName written = new RecordedName(id, entry);
        // A former name stays former while its spelling is corrected: what was chosen is what it was.
        return before.filter(RecordedName::isFormer)
                .flatMap(former -> written.noLongerBorne())
                // Of any other kind it is borne: until when is nothing that its page could say, or take back.
                .or(() -> Optional.of(written.with(entry.with(entry.validity().borne()))))
                .map(file::with);
    }
}
