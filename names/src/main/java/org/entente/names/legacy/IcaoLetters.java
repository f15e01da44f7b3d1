package org.entente.names.legacy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Optional;

/**
 * The usual transliteration of single Latin letters into A to Z, as implementations of ICAO Doc 9303-3 section 6 have it: the
 * base letter of letters with marks up to U+017D, and two letters for those that have no base. Where the document leaves a
 * choice (Ä as AE or A), the base letter is taken, as is done for French.
 */
final class IcaoLetters {
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final int LAST = 0x17E;
    private static final Map<String, String> WITHOUT_BASE = Map.ofEntries(
            Map.entry("Æ", "AE"),
            Map.entry("Œ", "OE"),
            Map.entry("Ø", "OE"),
            Map.entry("Þ", "TH"),
            Map.entry("ẞ", "SS"),
            Map.entry("SS", "SS"),
            Map.entry("Ð", "D"),
            Map.entry("Đ", "D"),
            Map.entry("Ħ", "H"),
            Map.entry("Ł", "L"),
            Map.entry("Ŋ", "N"),
            Map.entry("Ŧ", "T"),
            Map.entry("Ĳ", "IJ"));

    private IcaoLetters() {}

    /** The capitals for one sign; none when the table does not know it. */
    static Optional<String> of(String sign) {
        String capital = UCharacter.toUpperCase(ULocale.ROOT, sign);
        if (WITHOUT_BASE.containsKey(capital)) {
            return Optional.ofNullable(WITHOUT_BASE.get(capital));
        }
        if (capital.codePointCount(0, capital.length()) != 1 || capital.codePointAt(0) > LAST) {
            return Optional.empty();
        }
        int base = NFD.normalize(capital).codePointAt(0);
        return Repertoire.MRZ.holds(base) && base != '<' ? Optional.of(Character.toString(base)) : Optional.empty();
    }
}
