package org.entente.names.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plain neighbours of letters that have no decomposition in Unicode, by small letter: what people type and print for want of
 * the letter itself. Every line is a proposal; none is a statement about a sound or a language.
 */
public final class PlainLetters {
    /** Letters that have several, the commonest first; what is decided for one is decided for all of its row. */
    private static final Map<Integer, List<String>> SEVERAL = several(
            "ə ǝ", "e,u",
            "ʔ ɂ ʕ ʡ", ",7",
            "7", "7,",
            "8 ȣ", "8,o,w",
            "ɬ ł ƚ ɫ", "l,lh,hl",
            "λ ƛ", "tl,dl");

    private static final Map<Integer, List<String>> ONE = one(
            "ı i", "ɨ i", "ɩ i", "ʉ u", "ʌ u", "ᵘ u", "ɔ o", "ø o", "ɛ e", "ⱥ a", "æ ae", "œ oe", "ʷ w", "ʸ y", "ʰ h",
            "ᶿ th", "ˢ s", "θ th", "þ th", "χ x", "ŧ t", "ⱦ t", "ƶ z", "ȼ c", "¢ c", "₭ k", "ꝁ k", "ĸ k", "đ d", "ð d",
            "ƀ b", "ǥ g", "ɣ gh", "ŋ ng", "ⱡ l", "ǂ l", "ʟ l", "ʦ ts", "ʒ z", "ß ss", "ꞌ ");

    private PlainLetters() {}

    /** The neighbours of a letter, the commonest first, an empty text for "nothing"; none when it is not in the table. */
    public static List<String> of(int smallLetter) {
        return SEVERAL.getOrDefault(smallLetter, ONE.getOrDefault(smallLetter, List.of()));
    }

    private static Map<Integer, List<String>> several(String... rows) {
        Map<Integer, List<String>> several = new LinkedHashMap<>();
        for (int row = 0; row < rows.length; row += 2) {
            List<String> ways = List.of(rows[row + 1].split(",", -1));
            rows[row].codePoints().filter(letter -> letter != ' ').forEach(letter -> several.put(letter, ways));
        }
        return Map.copyOf(several);
    }

    private static Map<Integer, List<String>> one(String... rows) {
        Map<Integer, List<String>> one = new LinkedHashMap<>();
        for (String row : rows) {
            one.put(row.codePointAt(0), List.of(row.substring(row.indexOf(' ') + 1)));
        }
        return Map.copyOf(one);
    }
}
