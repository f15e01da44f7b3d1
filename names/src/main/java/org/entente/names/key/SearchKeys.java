package org.entente.names.key;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.text.Normalizer2;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * K3: what somebody types who has no keyboard for the name. Marks, spaces and punctuation off, letters as their plain
 * neighbours ({@link PlainLetters}); where a letter is commonly written in several ways, a key for each way, the same way
 * throughout the name, which bounds their number by the product of the ways. It is meant to find too much.
 */
final class SearchKeys {
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    /** The dot of Cree syllabics; with it off, a name pointed and one unpointed meet. */
    private static final int MIDDLE_DOT = 0x1427;

    private SearchKeys() {}

    /** The keys of a text; none is empty. A text of signs alone has itself as its key. */
    static Set<String> of(String stored) {
        String folded = NFD.normalize(UCharacter.foldCase(stored, true));
        Map<List<String>, Integer> choices = new LinkedHashMap<>();
        folded.codePoints().forEach(codePoint -> {
            List<String> ways = PlainLetters.of(codePoint);
            if (ways.size() > 1) {
                choices.putIfAbsent(ways, 0);
            }
        });
        Set<String> keys = new LinkedHashSet<>();
        collect(folded, List.copyOf(choices.keySet()), choices, keys);
        keys.remove("");
        if (keys.isEmpty()) {
            keys.add(folded);
        }
        return keys;
    }

    private static void collect(
            String folded, List<List<String>> open, Map<List<String>, Integer> choices, Set<String> keys) {
        if (open.isEmpty()) {
            keys.add(key(folded, choices));
            return;
        }
        List<String> ways = open.getFirst();
        for (int way = 0; way < ways.size(); way++) {
            choices.put(ways, way);
            collect(folded, open.subList(1, open.size()), choices, keys);
        }
    }

    private static String key(String folded, Map<List<String>, Integer> choices) {
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().forEach(codePoint -> {
            List<String> ways = PlainLetters.of(codePoint);
            if (!ways.isEmpty()) {
                key.append(ways.get(choices.getOrDefault(ways, 0)));
            } else if (isKept(codePoint)) {
                key.appendCodePoint(Unpointed.of(codePoint));
            }
        });
        return key.toString();
    }

    /** Letters and digits of every script. Modifier letters that the table does not name are apostrophes and the like. */
    private static boolean isKept(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case ECharacterCategory.LOWERCASE_LETTER,
                    ECharacterCategory.UPPERCASE_LETTER,
                    ECharacterCategory.TITLECASE_LETTER,
                    ECharacterCategory.DECIMAL_DIGIT_NUMBER -> true;
            case ECharacterCategory.OTHER_LETTER -> codePoint != MIDDLE_DOT;
            default -> false;
        };
    }
}
