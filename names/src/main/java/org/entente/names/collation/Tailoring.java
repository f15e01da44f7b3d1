package org.entente.names.collation;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.names.profile.Profile;

/**
 * A profile's order as rules of the Unicode Collation Algorithm: its letters first, in its order, each with its other forms
 * beside it; then every other letter as the root has it. Marks that the profile ignores weigh nothing.
 */
final class Tailoring {
    private Tailoring() {}

    static String rules(Profile profile) {
        StringBuilder rules = new StringBuilder();
        if (!profile.ignored().isEmpty()) {
            rules.append("&[last tertiary ignorable]");
            profile.ignored().forEach(mark -> rules.append('=').append(quoted(mark)));
        }
        if (!profile.alphabet().isEmpty()) {
            rules.append("&[before 1]a");
        }
        Set<String> placed = new LinkedHashSet<>(profile.alphabet());
        profile.variants().values().forEach(placed::addAll);
        for (String letter : profile.alphabet()) {
            rules.append('<').append(quoted(letter));
            List<String> forms = profile.variants().getOrDefault(letter, List.of());
            forms.forEach(form -> rules.append("<<<").append(quoted(form)));
            if (profile.casing().folds()) {
                capitals(letter).stream()
                        .filter(placed::add)
                        .forEach(capital -> rules.append("<<<").append(quoted(capital)));
            }
        }
        return rules.toString();
    }

    /** The letter with one capital and with all, where nobody published them. */
    private static List<String> capitals(String letter) {
        int first = Character.charCount(letter.codePointAt(0));
        return List.of(upper(letter.substring(0, first)) + letter.substring(first), upper(letter)).stream()
                .map(Normalizer2.getNFCInstance()::normalize)
                .toList();
    }

    private static String upper(String text) {
        return UCharacter.toUpperCase(ULocale.ROOT, text);
    }

    /** Signs that mean something in rules lose their meaning behind a backslash. */
    private static String quoted(String sign) {
        StringBuilder quoted = new StringBuilder();
        sign.codePoints().forEach(codePoint -> {
            if (codePoint < 0x80 && !UCharacter.isLetterOrDigit(codePoint)) {
                quoted.append('\\');
            }
            quoted.appendCodePoint(codePoint);
        });
        return quoted.toString();
    }
}
