package org.entente.names.barrier.probe;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a system did to a name. */
enum Damage {
    /** Canonically the same, but not composed. */
    NOT_COMPOSED,
    /** All capitals, or all small letters. */
    FORCED_CASE,
    /** Some capitals. */
    RECASED,
    /** Folded as compatibility normalisation folds. */
    COMPATIBILITY,
    /** The end is missing. */
    CUT,
    /** The end is missing, and the last sign with it in part. */
    CUT_IN_SIGN,
    /** Other apostrophes. */
    APOSTROPHE,
    /** The glottal stop is gone or something else. */
    GLOTTAL,
    /** Signs became question marks or their like. */
    REPLACED,
    /** UTF-8 read as another character set. */
    MISREAD,
    /** Written as an escape sequence. */
    ESCAPED,
    /** Letters lost their marks, or became plainer letters. */
    FOLDED,
    /** Nothing came out. */
    EMPTY,
    /** Something else. */
    OTHER;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Pattern ESCAPE = Pattern.compile(
            "&(amp;)?(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});|\\\\u[0-9a-fA-F]{4}|%[0-9A-F]{2}");
    private static final String APOSTROPHES = "'\u2019\u2018\u02BC\u02BB\uA78C\u02C8`\u00B4";
    private static final String GLOTTALS = "\u0294\u0241\u0242";

    /** What was done; nothing when the composed form came back. */
    static Set<Damage> of(String sent, String received) {
        String wanted = NFC.normalize(sent);
        if (received.equals(wanted)) {
            return EnumSet.noneOf(Damage.class);
        }
        if (received.isBlank()) {
            return EnumSet.of(EMPTY);
        }
        if (isWhole(received) && NFC.normalize(received).equals(wanted)) {
            return EnumSet.of(NOT_COMPOSED);
        }
        Set<Damage> damage = EnumSet.noneOf(Damage.class);
        add(
                damage,
                ESCAPED,
                ESCAPE.matcher(received).find() && !ESCAPE.matcher(wanted).find());
        add(damage, MISREAD, isMisread(wanted, received));
        add(
                damage,
                REPLACED,
                !isWhole(received) || gained(wanted, received, '?') || gained(wanted, received, '\uFFFD'));
        addCase(damage, wanted, received);
        add(
                damage,
                COMPATIBILITY,
                Normalizer2.getNFKCInstance().normalize(wanted).equals(received));
        addCut(damage, wanted, received);
        add(damage, APOSTROPHE, sameApostrophes(wanted).equals(sameApostrophes(received)));
        add(
                damage,
                GLOTTAL,
                hasGlottal(wanted) && !hasGlottal(received) && damage.isEmpty()
                        || hasGlottal(wanted) && !hasGlottal(received) && damage.contains(REPLACED));
        add(
                damage,
                FOLDED,
                damage.isEmpty() && received.length() < NFD.normalize(wanted).length() && isPlainer(wanted, received));
        add(damage, OTHER, damage.isEmpty());
        return damage;
    }

    private static void add(Set<Damage> damage, Damage one, boolean there) {
        if (there) {
            damage.add(one);
        }
    }

    private static void addCase(Set<Damage> damage, String wanted, String received) {
        boolean upper = received.equals(UCharacter.toUpperCase(ULocale.ROOT, wanted))
                || received.equals(wanted.toUpperCase(java.util.Locale.ROOT));
        boolean lower = received.equals(UCharacter.toLowerCase(ULocale.ROOT, wanted));
        boolean lowerOfUpper =
                received.equals(UCharacter.toLowerCase(ULocale.ROOT, UCharacter.toUpperCase(ULocale.ROOT, wanted)));
        add(damage, FORCED_CASE, upper || lower || lowerOfUpper);
        add(damage, RECASED, damage.isEmpty() && folded(wanted).equals(folded(received)));
    }

    /** Upper case first: the dotless ı and its like fold together only so. */
    private static String folded(String text) {
        return NFC.normalize(UCharacter.toLowerCase(ULocale.ROOT, UCharacter.toUpperCase(ULocale.ROOT, text)));
    }

    private static void addCut(Set<Damage> damage, String wanted, String received) {
        if (received.length() < wanted.length() && wanted.startsWith(received)) {
            BreakIterator signs = BreakIterator.getCharacterInstance(ULocale.ROOT);
            signs.setText(wanted);
            damage.add(signs.isBoundary(received.length()) ? CUT : CUT_IN_SIGN);
        }
    }

    private static boolean isMisread(String wanted, String received) {
        byte[] bytes = wanted.getBytes(StandardCharsets.UTF_8);
        return received.equals(new String(bytes, StandardCharsets.ISO_8859_1))
                || received.equals(new String(bytes, Charset.forName("windows-1252")));
    }

    private static boolean gained(String wanted, String received, char sign) {
        return received.indexOf(sign) >= 0 && wanted.indexOf(sign) < 0;
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(codePoint -> codePoint >= 0xD800 && codePoint <= 0xDFFF);
    }

    private static boolean hasGlottal(String text) {
        return text.chars().anyMatch(unit -> GLOTTALS.indexOf(unit) >= 0);
    }

    private static String sameApostrophes(String text) {
        StringBuilder same = new StringBuilder();
        text.codePoints()
                .forEach(codePoint -> same.appendCodePoint(APOSTROPHES.indexOf(codePoint) >= 0 ? '\'' : codePoint));
        return same.toString();
    }

    /** Every letter received stands in the name too once the marks are off, but for some that are gone or plain now. */
    private static boolean isPlainer(String wanted, String received) {
        return marksOff(received).length() <= marksOff(wanted).length()
                && NFD.normalize(received).codePoints().filter(Damage::isPlain).count()
                        >= NFD.normalize(wanted)
                                .codePoints()
                                .filter(Damage::isPlain)
                                .count();
    }

    private static boolean isPlain(int codePoint) {
        return codePoint < 0x80 && UCharacter.isLetterOrDigit(codePoint);
    }

    private static String marksOff(String text) {
        StringBuilder off = new StringBuilder();
        NFD.normalize(text)
                .codePoints()
                .filter(codePoint -> UCharacter.getType(codePoint) != ECharacterCategory.NON_SPACING_MARK)
                .forEach(off::appendCodePoint);
        return off.toString();
    }
}
