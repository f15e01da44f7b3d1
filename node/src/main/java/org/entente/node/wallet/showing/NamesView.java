package org.entente.node.wallet.showing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.node.wallet.attestations.ClaimView;
import tools.jackson.databind.JsonNode;

/**
 * The names of an attestation among which its holder chooses, a box for each.
 *
 * @param field of the form
 * @param seenField of the form, for what is seen
 * @param seen the digest of all names that are shown, whether there is a choice or not
 */
public record NamesView(String field, String seenField, String seen, List<Box> boxes) {
    public NamesView {
        boxes = List.copyOf(boxes);
    }

    /**
     * One name.
     *
     * @param choosable whether it may be left out; the issuer of one that may not has hidden it with others
     * @param ticked as the holder chose; before that, whether it is proposed: a traditional name is not, unless it is the attested
     *     one
     */
    public record Box(int position, ClaimView.Value name, boolean choosable, boolean ticked) {}

    static NamesView of(String question, Question.Option option, List<ClaimView> claims, Choices choices) {
        UUID attestation = option.attestation().id();
        Optional<Set<Integer>> chosen = choices.names(question, attestation);
        List<ClaimView.Value> values = option.names().isEmpty()
                ? List.of()
                : claims.stream()
                        .filter(NamesView::isNames)
                        .flatMap(claim -> claim.values().stream())
                        .toList();
        return new NamesView(
                Choices.field(question, attestation),
                Choices.seenField(question, attestation),
                NamesToShow.digest(option.shown()),
                IntStream.range(0, values.size())
                        .mapToObj(index -> new Box(
                                index,
                                values.get(index),
                                option.names().contains(index),
                                chosen.map(positions -> positions.contains(index))
                                        .orElseGet(() -> isProposed(option, index))))
                        .toList());
    }

    /** What is read besides these names. */
    static List<ClaimView> without(Question.Option option, List<ClaimView> claims) {
        return option.names().isEmpty()
                ? claims
                : claims.stream().filter(claim -> !isNames(claim)).toList();
    }

    private static boolean isNames(ClaimView claim) {
        return claim.path().first().equals(NamesToShow.NAMES);
    }

    private static boolean isProposed(Question.Option option, int index) {
        JsonNode name = option.shown().path(NamesToShow.NAMES).path(index);
        return !name.path("kind").asString("").equals("traditional")
                || name.path("full")
                        .asString("")
                        .equals(option.shown().path("name").asString(""));
    }
}
