package org.entente.node.names.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.collation.NameOrder;
import org.entente.names.collation.NameOrders;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.Likeness;
import org.entente.names.key.NameKeys;
import org.entente.names.profile.Profile;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.PersonId;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.NameFiles;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for names that are like one. It is compared with each recorded name in that name's own orthography; the list is ordered
 * by likeness, and within one by the alphabet that the officer chose. That somebody searched is recorded, what for is not.
 */
@Component
class SearchNames {
    /** The most candidates that are shown. */
    static final int MAX_SHOWN = 50;

    private static final Allowance SEARCHES = new Allowance("names-search", Duration.ofHours(1), 200);

    private final KeyIndex index;
    private final CompareNames compare;
    private final NameFiles files;
    private final Orthographies orthographies;
    private final Limits limits;
    private final Journal journal;

    SearchNames(
            KeyIndex index,
            CompareNames compare,
            NameFiles files,
            Orthographies orthographies,
            Limits limits,
            Journal journal) {
        this.index = index;
        this.compare = compare;
        this.files = files;
        this.orthographies = orthographies;
        this.limits = limits;
        this.journal = journal;
    }

    /** @param orthography whose order the list has */
    @Transactional
    SearchOutcome search(PersonId officer, String written, String orthography, Instant now) {
        if (!(NameText.read(written) instanceof NameReading.Accepted(NameText text))) {
            return new SearchOutcome.NoName();
        }
        if (limits.use(SEARCHES, officer.toString(), now) instanceof Use.Beyond(Duration retryAfter, boolean first)) {
            return new SearchOutcome.TooOften(retryAfter);
        }
        NameOrder order =
                NameOrders.standard().of(orthographies.alphabet(orthography).profile());
        List<Candidate> candidates = candidates(text).stream()
                .sorted(Comparator.comparing(Candidate::likeness)
                        .thenComparing(
                                candidate -> candidate.name().entry().name().full(), order))
                .toList();
        journal.record(
                "names",
                "names-searched",
                Json.newObject().put("officer", officer.toString()).put("found", candidates.size()),
                now);
        return new SearchOutcome.Found(
                candidates.subList(0, Math.min(MAX_SHOWN, candidates.size())), candidates.size() > MAX_SHOWN);
    }

    /** What makes the keys of the orthographies in which names are recorded. */
    private Stream<KeyMaker> makers() {
        Set<String> recorded = index.versions().stream()
                .map(version -> version.substring(version.lastIndexOf(';') + 1))
                .collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(orthographies.alphabet(Orthographies.open()).profile()), orthographies.all().stream())
                .filter(profile -> recorded.contains(profile.key()))
                .map(Profile::id)
                .map(orthographies::keys);
    }

    /** Each name once, as like as any orthography makes it. */
    private Collection<Candidate> candidates(NameText text) {
        Map<UUID, Candidate> likest = new HashMap<>();
        makers().flatMap(maker -> candidates(maker, orthographies.romanised(maker.of(text), text)).stream())
                .forEach(candidate -> likest.merge(
                        candidate.name().id(),
                        candidate,
                        BinaryOperator.minBy(Comparator.comparing(Candidate::likeness))));
        return likest.values();
    }

    /** @param presented what is looked for, also romanised: the recorded name may be in an orthography that romanises nothing */
    private List<Candidate> candidates(KeyMaker maker, NameKeys presented) {
        List<Candidate> candidates = new ArrayList<>();
        for (KeyIndex.Found found : index.find(presented)) {
            var file = files.latest(found.person()).file();
            file.find(found.name()).ifPresent(name -> {
                Likeness likeness = compare.of(maker, presented, name);
                if (likeness != Likeness.NONE) {
                    candidates.add(new Candidate(found.person(), name, file, likeness));
                }
            });
        }
        return candidates;
    }
}
