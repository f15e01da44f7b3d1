package org.entente.names.key;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.NameText;
import org.entente.names.letters.Alphabet;
import org.entente.names.letters.Segment;
import org.entente.names.letters.Sign;
import org.entente.names.profile.Profile;

/**
 * K2: the stored key without the differences that keyboards make: capitals, where the orthography has them as the same letter;
 * forms of the glottal stop, the apostrophe and the colon; marks that look alike. A proposal, as every such table is.
 */
final class IdentityKey {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private static final char GLOTTAL = 'ʔ';
    private static final char APOSTROPHE = 'ʼ';
    private static final char LENGTH = '꞉';
    private static final char EJECTIVE = '\u0313';
    private static final char UNDERLINE = '\u0331';
    private static final char OGONEK = '\u0328';

    private final Alphabet alphabet;
    private final boolean folds;
    private final Set<String> contrasts;
    private final Map<String, String> spelledOut;

    IdentityKey(Alphabet alphabet) {
        Profile profile = alphabet.profile();
        this.alphabet = alphabet;
        this.folds = profile.casing().folds();
        this.contrasts = folds ? contrasts(profile.alphabet()) : Set.of();
        this.spelledOut = spelledOut(profile);
    }

    /** The key of a text in K1 form. */
    String of(String stored) {
        String one = spelledOut.isEmpty() && contrasts.isEmpty() ? folded(stored) : byLetters(stored);
        return NFC.normalize(unified(NFD.normalize(one)));
    }

    /** Letters one by one, where a difference of case is one of letters or a syllable is written in two ways. */
    private String byLetters(String stored) {
        if (stored.isEmpty()) {
            return stored;
        }
        StringBuilder key = new StringBuilder(stored.length());
        for (Segment segment : alphabet.read(new NameText(stored)).segments()) {
            String written = segment.written();
            boolean kept = segment.sign() instanceof Sign.Letter && contrasts.contains(written);
            key.append(kept ? written : folded(spelledOut.getOrDefault(written, written)));
        }
        return key.toString();
    }

    private String folded(String text) {
        return folds ? UCharacter.foldCase(text, true) : text;
    }

    /** Letters of which the alphabet has a capital and a small one as two letters. */
    private static Set<String> contrasts(List<String> alphabet) {
        Map<String, String> byFold = new HashMap<>();
        Set<String> contrasts = new HashSet<>();
        for (String letter : alphabet) {
            String other = byFold.putIfAbsent(UCharacter.foldCase(letter, true), letter);
            if (other != null) {
                contrasts.add(other);
                contrasts.add(letter);
            }
        }
        return contrasts;
    }

    /** In syllabics a variant is the same syllable in other signs ({@code ᐁᐧ} for {@code ᐍ}), never another tone or length. */
    private static Map<String, String> spelledOut(Profile profile) {
        if (!profile.script().equals("Cans")) {
            return Map.of();
        }
        Map<String, String> spelledOut = new HashMap<>();
        profile.variants().forEach((letter, forms) -> forms.forEach(form -> spelledOut.put(form, letter)));
        return spelledOut;
    }

    private static String unified(String decomposed) {
        StringBuilder key = new StringBuilder(decomposed.length());
        for (int at = 0; at < decomposed.length(); at++) {
            char sign = decomposed.charAt(at);
            key.append(
                    switch (sign) {
                        case 'Ɂ', 'ɂ' -> GLOTTAL;
                        case '’', '\'', 'ꞌ', 'Ꞌ', 'ˈ', 'ʻ' -> APOSTROPHE;
                        case ':', 'ː' -> LENGTH;
                        case '\u0315' -> EJECTIVE;
                        case '\u0332', '\u0320' -> UNDERLINE;
                        case 'ı' -> isNasal(decomposed, at) ? 'i' : sign;
                        default -> sign;
                    });
        }
        return key.toString();
    }

    private static boolean isNasal(String decomposed, int at) {
        return at + 1 < decomposed.length() && decomposed.charAt(at + 1) == OGONEK;
    }
}
