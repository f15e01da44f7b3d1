package org.entente.names.letters;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.CharsTrieBuilder;
import com.ibm.icu.util.StringTrieBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.names.profile.Profile;

/** Every stretch of text that a profile knows, and what it is. */
record SignTable(List<Sign> signs, CharSequence trie, boolean open) {
    static final int FOREIGN = -1;
    static final int INVISIBLE = -2;
    private static final int OPEN = -3;

    private static final Sign OUTSIDE = new Sign.Foreign();
    private static final Sign NOTHING = new Sign.Invisible();
    private static final Sign BETWEEN = new Sign.Separator();

    /** What may stand in a name beside the letters of any alphabet. */
    private static final List<String> BETWEEN_LETTERS = List.of(" ", "-", ".", "’", "'", "ʼ");

    SignTable {
        signs = List.copyOf(signs);
    }

    static SignTable of(Profile profile) {
        Map<String, Sign> known = new LinkedHashMap<>();
        addLetters(profile, known);
        profile.confusables().forEach((mistaken, meant) -> known.put(mistaken, new Sign.Confusable(meant, true)));
        if (profile.casing().folds()) {
            addCapitals(profile, known);
        }
        profile.ignored().forEach(mark -> known.putIfAbsent(mark, BETWEEN));
        BETWEEN_LETTERS.forEach(mark -> known.putIfAbsent(mark, BETWEEN));
        CharsTrieBuilder builder = new CharsTrieBuilder();
        List<Sign> signs = new ArrayList<>(known.size());
        known.forEach((written, sign) -> {
            builder.add(written, signs.size());
            signs.add(sign);
        });
        return new SignTable(
                signs,
                builder.buildCharSequence(StringTrieBuilder.Option.FAST),
                profile.alphabet().isEmpty());
    }

    /** The sign of a value that {@link Reading} found for a stretch of text. */
    Sign sign(int value, String written) {
        return switch (value) {
            case FOREIGN -> OUTSIDE;
            case INVISIBLE -> NOTHING;
            case OPEN -> new Sign.Letter(0, written);
            default -> signs.get(value);
        };
    }

    boolean isSeparator(int value) {
        return signs.get(value) instanceof Sign.Separator;
    }

    /**
     * The value of a sign that the table does not list. Where no orthography is known, every sign of the Latin and syllabic
     * scripts counts as a letter, signs of no script in particular, and the three Greek letters that orthographies of the west
     * coast have taken over.
     */
    int unlisted(int codePoint) {
        if (!open) {
            return FOREIGN;
        }
        return switch (UScript.getScript(codePoint)) {
            case UScript.LATIN, UScript.CANADIAN_ABORIGINAL, UScript.COMMON, UScript.INHERITED -> OPEN;
            case UScript.GREEK -> codePoint == 'θ' || codePoint == 'χ' || codePoint == 'λ' ? OPEN : FOREIGN;
            default -> FOREIGN;
        };
    }

    private static void addLetters(Profile profile, Map<String, Sign> known) {
        List<String> alphabet = profile.alphabet();
        for (int rank = 0; rank < alphabet.size(); rank++) {
            String letter = alphabet.get(rank);
            Sign sign = new Sign.Letter(rank, letter);
            known.put(letter, sign);
            profile.variants().getOrDefault(letter, List.of()).forEach(form -> known.put(form, sign));
        }
    }

    /** Capitals that nobody published are those of Unicode, as far as they are not something else already. */
    private static void addCapitals(Profile profile, Map<String, Sign> known) {
        for (String letter : profile.alphabet()) {
            Sign sign = known.getOrDefault(letter, OUTSIDE);
            capitals(letter).forEach(capital -> known.putIfAbsent(capital, sign));
        }
        profile.confusables().forEach((mistaken, meant) -> {
            if (known.containsKey(initial(meant))) {
                known.putIfAbsent(initial(mistaken), new Sign.Confusable(initial(meant), false));
            }
        });
    }

    /** The forms of a letter with one capital and with all; the letter itself where it has none. */
    static List<String> capitals(String letter) {
        return List.of(initial(letter), composed(UCharacter.toUpperCase(ULocale.ROOT, letter)));
    }

    private static String initial(String text) {
        int first = Character.charCount(text.codePointAt(0));
        return composed(UCharacter.toUpperCase(ULocale.ROOT, text.substring(0, first)) + text.substring(first));
    }

    private static String composed(String text) {
        return Normalizer2.getNFCInstance().normalize(text);
    }
}
