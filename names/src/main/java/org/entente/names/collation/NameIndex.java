package org.entente.names.collation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.names.NameText;
import org.entente.names.letters.Alphabet;
import org.entente.names.letters.Sign;

/**
 * Names under the letters of an alphabet, as a telephone book has them: every letter has a heading of its own, also those that
 * a list from A to Z lacks.
 *
 * @param headings in the alphabet's order, only letters under which a name stands; last, under the empty text, names that begin
 *     with no letter of it
 */
public record NameIndex(Map<String, List<NameText>> headings) {
    /** The heading of names that begin with no letter of the alphabet. */
    public static final String OTHERS = "";

    /** Sorts names under their headings. */
    public static NameIndex of(Collection<NameText> names, Alphabet alphabet, NameOrders orders) {
        NameOrder order = orders.of(alphabet.profile());
        Map<Integer, List<NameText>> byRank = new TreeMap<>();
        names.stream()
                .sorted(order)
                .forEach(name -> byRank.computeIfAbsent(rank(name, alphabet), rank -> new java.util.ArrayList<>())
                        .add(name));
        Map<String, List<NameText>> headings = new LinkedHashMap<>();
        List<String> letters = alphabet.profile().alphabet();
        byRank.forEach((rank, under) ->
                headings.put(rank < letters.size() ? letters.get(rank) : OTHERS, Collections.unmodifiableList(under)));
        return new NameIndex(Collections.unmodifiableMap(headings));
    }

    private static int rank(NameText name, Alphabet alphabet) {
        return alphabet.read(name).segments().stream()
                .map(segment -> segment.sign())
                .dropWhile(sign -> sign instanceof Sign.Separator || sign instanceof Sign.Invisible)
                .findFirst()
                .filter(Sign.Letter.class::isInstance)
                .filter(letter -> !alphabet.profile().alphabet().isEmpty())
                .map(letter -> ((Sign.Letter) letter).rank())
                .orElse(Integer.MAX_VALUE);
    }
}
