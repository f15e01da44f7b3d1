package org.entente.names.key;

import com.ibm.icu.lang.UCharacter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Syllables without the signs of length and of w, which many writers leave out: {@code ᐄ} as {@code ᐃ}, {@code ᐍ} as
 * {@code ᐁ}. Taken from the characters' names in Unicode; of syllables that are named in another way nothing is assumed.
 */
final class Unpointed {
    private static final int FIRST = 0x1401;
    private static final int LAST = 0x167F;
    private static final String BLOCK = "CANADIAN SYLLABICS ";
    private static final Pattern SYLLABLE = Pattern.compile("(?:WEST-CREE )?([A-Z]*?)(W?)([EIOA])(\\3?)");
    private static final Map<Integer, Integer> PLAIN = plain();

    private Unpointed() {}

    static int of(int codePoint) {
        return codePoint < FIRST || codePoint > LAST ? codePoint : PLAIN.getOrDefault(codePoint, codePoint);
    }

    private static Map<Integer, Integer> plain() {
        Map<Integer, Integer> plain = new HashMap<>();
        for (int codePoint = FIRST; codePoint <= LAST; codePoint++) {
            var name = SYLLABLE.matcher(UCharacter.getName(codePoint).substring(BLOCK.length()));
            if (name.matches() && !(name.group(2) + name.group(4)).isEmpty()) {
                int without = UCharacter.getCharFromName(BLOCK + name.group(1) + name.group(3));
                if (without >= 0) {
                    plain.put(codePoint, without);
                }
            }
        }
        return Map.copyOf(plain);
    }
}
