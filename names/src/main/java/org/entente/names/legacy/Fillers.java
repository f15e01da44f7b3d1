package org.entente.names.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands in for a name, or for a part of one, where a system insists on it: {@code FNU}, {@code xxx}, {@code Unknown},
 * {@code Sans nom}, {@code -}. It is nobody's name. Words that are somebody's name as well ({@code Null}, {@code Na},
 * {@code X}) are none.
 *
 * <pre>{@code
 * Fillers.without("FNU Iqaluit") // Iqaluit
 * Fillers.without("Sans nom")    // nothing
 * Fillers.without("Sans Souci")  // as it is
 * }</pre>
 */
public final class Fillers {
    private static final String BEGIN = "(?iu)(?<![^\\s<,;])(?:";
    private static final String END = ")\\.?(?![^\\s<,;])";

    /** Several words that say only that there is no name, or that it is not known. */
    private static final Pattern PHRASES = Pattern.compile(BEGIN
            + "(?:no|sans) ?(?:(?:given|first|middle|last|family) ?)?(?:name|surname|nom|pr[eé]nom)(?: ?(?:de famille|given|provided))?"
            + "|(?:name|nom|pr[eé]nom) (?:unknown|inconnu)|not (?:applicable|known|provided)|non (?:fourni|connu)e?"
            + END);

    /**
     * Single words that say so wherever they stand; acronyms in capitals alone, as another writing of one may be a name
     * ({@code Lnu}).
     */
    private static final Pattern WORDS =
            Pattern.compile(BEGIN + "x{3,}|(?-i:FNU|LNU|NFN|NLN|NMN)|unknown|inconnue?|n/a|s/o" + END);

    /** Words that say so where there is no other. */
    private static final Pattern ALONE = Pattern.compile(BEGIN + "xx|none|aucune?|n[eé]ant|n\\.a|s\\.o" + END);

    private static final Pattern SIGNS = Pattern.compile("[-\u2010-\u2015._?*/,;#<]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\u00a0\u202f]+");

    private Fillers() {}

    /** The text without its fillers: empty where it is nothing else, and the very same text where there is none. */
    public static String without(String text) {
        String spaced = SPACE.matcher(text).replaceAll(" ").strip();
        String named = WORDS.matcher(PHRASES.matcher(spaced).replaceAll(" ")).replaceAll(" ");
        List<String> words = new ArrayList<>(List.of(named.strip().split(" +")));
        while (!words.isEmpty() && isSigns(words.getFirst())) {
            words.removeFirst();
        }
        while (!words.isEmpty() && isSigns(words.getLast())) {
            words.removeLast();
        }
        String left = String.join(" ", words);
        if (ALONE.matcher(left).matches()) {
            return "";
        }
        return left.equals(spaced) ? text : left;
    }

    /** Whether a text has a filler in it. */
    public static boolean areIn(String text) {
        return !without(text).equals(text);
    }

    /** Whether there is nothing in a text but what stands for nothing. */
    public static boolean isOnly(String text) {
        return without(text).isEmpty();
    }

    private static boolean isSigns(String word) {
        return word.isEmpty() || SIGNS.matcher(word).matches();
    }
}
