package org.entente.node.names.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.PersonId;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.node.names.file.FileNumber;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a person's names by the number of their file. It is a search as any other: as often, and with a leaf of the journal
 * that says nothing of what was looked for.
 */
@Component
class FindByNumber {
    private final NameFiles files;
    private final Limits limits;
    private final Journal journal;

    FindByNumber(NameFiles files, Limits limits, Journal journal) {
        this.files = files;
        this.limits = limits;
        this.journal = journal;
    }

    /** The name that each person of this number shows; nobody who shows none. */
    @Transactional
    SearchOutcome find(PersonId officer, String written, Instant now) {
        Optional<FileNumber> number = FileNumber.read(written);
        if (number.isEmpty()) {
            return new SearchOutcome.NoNumber();
        }
        if (limits.use(SearchNames.SEARCHES, officer.toString(), now)
                instanceof Use.Beyond(Duration retryAfter, boolean first)) {
            return new SearchOutcome.TooOften(retryAfter);
        }
        List<Candidate> candidates = files.numbered(number.get()).stream()
                .flatMap(person -> shown(person).stream())
                .toList();
        FoundPage page = FoundPage.of(candidates, 1, false, false);
        journal.record(
                "names",
                "names-searched",
                Json.newObject()
                        .put("officer", officer.toString())
                        .put("found", page.total())
                        .put("page", page.number()),
                now);
        return new SearchOutcome.Found(page);
    }

    private Optional<Candidate> shown(PersonId person) {
        PersonFile file = files.latest(person).file();
        return Stream.concat(file.displayed().stream(), file.shared().stream())
                .findFirst()
                .map(name -> new Candidate(person, name, file, Resemblance.NONE, 1));
    }
}
