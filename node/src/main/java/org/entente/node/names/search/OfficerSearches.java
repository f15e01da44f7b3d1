package org.entente.node.names.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.PersonId;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;

/**
 * What every search of an officer's has in common, by whatever it looks: how often there may be one, and its leaf of the journal,
 * which says who searched and how much was found, and nothing of what was looked for.
 */
@Component
class OfficerSearches {
    private static final Allowance SEARCHES = new Allowance("names-search", Duration.ofHours(1), 200);

    private final Limits limits;
    private final Journal journal;

    OfficerSearches(Limits limits, Journal journal) {
        this.limits = limits;
        this.journal = journal;
    }

    /** Counts one more search; gives the refusal where there were too many. */
    Optional<SearchOutcome> tooMany(PersonId officer, Instant now) {
        return limits.use(SEARCHES, officer.toString(), now) instanceof Use.Beyond(Duration retryAfter, boolean _)
                ? Optional.of(new SearchOutcome.TooOften(retryAfter))
                : Optional.empty();
    }

    /** Records in the caller's transaction that a page was found, and gives it. */
    SearchOutcome found(PersonId officer, FoundPage page, Instant now) {
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
}
