package org.entente.names.legacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.names.NameText;

/**
 * The words of a whole name laid beside those of its parts.
 *
 * @param inNoPart those of the name that stand in no part, in its order
 * @param inNoName those of the parts that do not stand in the name
 */
record PartedWords(List<String> inNoPart, List<String> inNoName) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\u00a0\u202f]+");
    private static final Pattern AROUND = Pattern.compile("^[,;]+|[,;]+$");

    static PartedWords of(NameText whole, Collection<NameText> parts) {
        List<String> open = new ArrayList<>(
                parts.stream().flatMap(part -> words(part.value())).toList());
        List<String> inNoPart =
                words(whole.value()).filter(word -> !open.remove(word)).toList();
        return new PartedWords(inNoPart, List.copyOf(open));
    }

    private static Stream<String> words(String text) {
        return BETWEEN.splitAsStream(text)
                .map(word -> AROUND.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty());
    }
}
