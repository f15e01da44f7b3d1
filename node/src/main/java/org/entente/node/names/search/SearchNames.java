package org.entente.node.names.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.collation.NameOrder;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.Likeness;
import org.entente.names.key.NameKeys;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.form.Channels;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for names that are like one. It is compared with each recorded name in that name's own orthography; the list is ordered
 * by likeness, within one by how names are said, and then by the alphabet that the officer chose. That somebody searched is
 * recorded, what for is not.
 */
@Component
class SearchNames {
    private final KeyIndex index;
    private final CompareNames compare;
    private final NameFiles files;
    private final Orthographies orthographies;
    private final OfficerSearches searches;
    private final Channels channels;

    SearchNames(
            KeyIndex index,
            CompareNames compare,
            NameFiles files,
            Orthographies orthographies,
            OfficerSearches searches,
            Channels channels) {
        this.index = index;
        this.compare = compare;
        this.files = files;
        this.orthographies = orthographies;
        this.searches = searches;
        this.channels = channels;
    }

    /** One page of what is found; going on to the next is a search as well. */
    @Transactional
    SearchOutcome search(PersonId officer, Sought sought, Instant now) {
        return switch (NameText.read(sought.name())) {
            case NameReading.Accepted(NameText text) ->
                // The recorded name may be in an orthography that romanises nothing.
                search(officer, sought, maker -> maker.ofAny(text), now);
            case NameReading.Refused refused ->
                mayBeForm(sought.name(), refused)
                        ? searchForm(officer, sought, refused, now)
                        : new SearchOutcome.NoName(refused);
        };
    }

    /** Whether a text that is too long for a name is short enough for a system that has a form of one. */
    private boolean mayBeForm(String text, NameReading.Refused refused) {
        return refused.reason() == NameReading.Reason.TOO_LONG && text.length() <= channels.most();
    }

    /** A text that is too long for a name, and is no form of one either, is refused as what it is. */
    private SearchOutcome searchForm(PersonId officer, Sought sought, NameReading.Refused refused, Instant now) {
        return searches.tooMany(officer, now).orElseGet(() -> {
            FoundPage page = found(sought, maker -> maker.ofForm(sought.name()));
            return page.total() == 0 ? new SearchOutcome.NoName(refused) : searches.found(officer, page, now);
        });
    }

    private SearchOutcome search(PersonId officer, Sought sought, Function<KeyMaker, NameKeys> keys, Instant now) {
        return searches.tooMany(officer, now).orElseGet(() -> searches.found(officer, found(sought, keys), now));
    }

    private FoundPage found(Sought sought, Function<KeyMaker, NameKeys> sayKeys) {
        List<String> versions = index.versions();
        Map<String, KeyMaker> makers = makers(versions);
        Map<String, NameKeys> presented = new HashMap<>();
        makers.forEach((version, maker) -> presented.put(version, sayKeys.apply(maker)));
        List<KeyIndex.Found> alike = index.find(presented.values());
        List<Candidate> candidates = new ArrayList<>();
        for (KeyIndex.Found found : alike) {
            PersonFile file = files.latest(found.person()).file();
            KeyMaker maker = Objects.requireNonNull(makers.get(found.version()));
            NameKeys keys = Objects.requireNonNull(presented.get(found.version()));
            file.find(found.name())
                    .map(name -> new Candidate(
                            found.person(), name, file, compare.of(maker, keys, name), sought.distance(name)))
                    .filter(candidate -> candidate.likeness() != Likeness.NONE)
                    .ifPresent(candidates::add);
        }
        candidates.sort(order(sought.orthography()));
        boolean renewing = !makers.keySet().containsAll(versions);
        return FoundPage.of(candidates, sought.page(), alike.size() == KeyIndex.MAX_FOUND, renewing);
    }

    /** By likeness; within one by how they are said, where that was asked and is known; then by the alphabet. */
    private Comparator<Candidate> order(String orthography) {
        NameOrder order = orthographies.order(orthography);
        return Comparator.comparing(Candidate::likeness)
                .thenComparing(Candidate::distance)
                .thenComparing(candidate -> candidate.name().entry().name().full(), order)
                .thenComparing(candidate -> candidate.name().id());
    }

    /** What makes the keys of the orthographies in which names are recorded, by the version of the keys. */
    private Map<String, KeyMaker> makers(List<String> versions) {
        Set<String> recorded = versions.stream()
                .map(version -> version.substring(version.lastIndexOf(';') + 1))
                .collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(orthographies.alphabet(Orthographies.open()).profile()), orthographies.all().stream())
                .filter(profile -> recorded.contains(profile.key()))
                .map(profile -> orthographies.keys(profile.id()))
                .collect(Collectors.toMap(KeyMaker::version, Function.identity()));
    }
}
