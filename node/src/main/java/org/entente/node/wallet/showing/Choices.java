package org.entente.node.wallet.showing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a holder chose on the page of a request.
 *
 * @param attestations by name of the question, where several serve
 * @param names for each attestation that a question could be answered with, which of its names to show: positions from nought;
 *     nothing where the holder was not asked
 * @param seen for each such attestation the digest of the names that the page showed of it, for a position tells nothing of what
 *     stands there now
 * @param extras the credential sets that the holder shows although the verifier does without, by their positions in the query
 */
record Choices(
        Map<String, UUID> attestations,
        Map<String, Set<Integer>> names,
        Map<String, String> seen,
        Set<Integer> extras) {
    /** Whoever had nothing to choose. */
    static final Choices NONE = new Choices(Map.of(), Map.of(), Map.of(), Set.of());

    private static final String ATTESTATION = RequestView.field("");
    private static final String NAMES = "names-";
    private static final String SEEN = "seen-";
    private static final String EXTRA = "extra-";
    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    Choices {
        attestations = Map.copyOf(attestations);
        names = Map.copyOf(names);
        seen = Map.copyOf(seen);
        extras = Set.copyOf(extras);
    }

    /** What a form sent; a value that is no attestation's name, and no position, is as good as none. */
    static Choices of(Map<String, List<String>> form) {
        Map<String, UUID> attestations = new HashMap<>();
        Map<String, Set<Integer>> names = new HashMap<>();
        Map<String, String> seen = new HashMap<>();
        Set<Integer> extras = new HashSet<>();
        form.forEach((field, values) -> {
            if (field.startsWith(ATTESTATION) && values.getFirst().matches(UUID_TEXT)) {
                attestations.put(field.substring(ATTESTATION.length()), UUID.fromString(values.getFirst()));
            } else if (field.startsWith(NAMES)) {
                names.put(field, positions(values));
            } else if (field.startsWith(SEEN)) {
                seen.put(field, values.getFirst());
            } else if (field.startsWith(EXTRA)) {
                extras.addAll(positions(List.of(field.substring(EXTRA.length()))));
            }
        });
        return new Choices(attestations, names, seen, extras);
    }

    private static Set<Integer> positions(List<String> values) {
        return values.stream()
                .filter(value -> value.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The attestation that was chosen for a question. */
    Optional<UUID> attestation(String question) {
        return Optional.ofNullable(attestations.get(question));
    }

    /** The form's field for the names of an attestation; it is sent also where no box of it is ticked. */
    static String field(String question, UUID attestation) {
        return NAMES + question + "-" + attestation;
    }

    /** The names that were chosen of an attestation; empty where nobody was asked. */
    Optional<Set<Integer>> names(String question, UUID attestation) {
        return Optional.ofNullable(names.get(field(question, attestation)));
    }

    /** The form's field for the digest of the names that its page shows of an attestation; it is sent always. */
    static String seenField(String question, UUID attestation) {
        return SEEN + question + "-" + attestation;
    }

    /** The form's field for a credential set that the verifier does without. */
    static String extraField(int set) {
        return EXTRA + set;
    }

    /**
     * Whether the page showed what an attestation says at all: another may have taken the place of the one that it showed. A form
     * that says nothing of any was sent by no page.
     */
    boolean saw(String question, Question.Option option) {
        return seen.isEmpty()
                || seen.containsKey(seenField(question, option.attestation().id()));
    }

    /**
     * Whether the page showed the names that the attestation has now: it may have been renewed meanwhile, with more of them or in
     * another order. A form that says nothing of it has chosen among none.
     */
    boolean sawNames(String question, Question.Option option) {
        UUID attestation = option.attestation().id();
        String shown = seen.get(seenField(question, attestation));
        return shown == null
                ? names(question, attestation).isEmpty()
                : shown.equals(NamesToShow.digest(option.shown()));
    }

    /** The same without what was chosen among names that are others now. */
    Choices withoutNames() {
        return new Choices(attestations, Map.of(), Map.of(), extras);
    }
}
