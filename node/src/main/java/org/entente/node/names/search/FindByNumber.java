package org.entente.node.names.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.FileNumber;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a person's names by the number of their file. It is a search as any other: as often, and with a leaf of the journal
 * that says nothing of what was looked for.
 */
@Component
class FindByNumber {
    private final NameFiles files;
    private final OfficerSearches searches;

    FindByNumber(NameFiles files, OfficerSearches searches) {
        this.files = files;
        this.searches = searches;
    }

    /** The name that each person of this number shows; nobody who shows none. */
    @Transactional
    SearchOutcome find(PersonId officer, String written, Instant now) {
        Optional<FileNumber> number = FileNumber.read(written);
        if (number.isEmpty()) {
            return new SearchOutcome.NoNumber();
        }
        return searches.tooMany(officer, now)
                .orElseGet(() -> searches.found(officer, FoundPage.of(shown(number.get()), 1, false, false), now));
    }

    private List<Candidate> shown(FileNumber number) {
        return files.numbered(number).stream()
                .flatMap(person -> shown(person).stream())
                .toList();
    }

    private Optional<Candidate> shown(PersonId person) {
        PersonFile file = files.latest(person).file();
        return Stream.concat(file.displayed().stream(), file.shared().stream())
                .findFirst()
                .map(name -> new Candidate(person, name, file, Resemblance.NONE, 1));
    }
}
