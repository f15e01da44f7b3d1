package org.entente.names.barrier.probe;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What a system did to a name. Each damage is judged by itself, on what the others left: a store that strips marks and puts
 * capitals does both.
 */
enum Damage {
    /** Canonically perhaps the same, but not composed. */
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
    /** Other apostrophes, or none where there was one. */
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
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
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
        Set<Damage> damage = EnumSet.noneOf(Damage.class);
        String read = Wrapping.readAgain(wanted, received);
        add(damage, MISREAD, !read.equals(received));
        String text = Wrapping.unescaped(read);
        add(damage, ESCAPED, !text.equals(read) && Wrapping.unescaped(wanted).equals(wanted));
        if (!damage.contains(ESCAPED)) {
            text = read;
        }
        add(damage, NOT_COMPOSED, isWhole(text) && !NFC.isNormalized(text));
        judge(damage, wanted, NFC.normalize(text));
        add(damage, OTHER, damage.isEmpty());
        return damage;
    }

    /** What became of the letters themselves. */
    private static void judge(Set<Damage> damage, String wanted, String text) {
        add(damage, REPLACED, !isWhole(text) || gained(wanted, text, '?') || gained(wanted, text, '\uFFFD'));
        Survivors.of(wanted, text).recased().ifPresent(damage::add);
        boolean compatibility = isCompatibility(wanted, text);
        add(damage, COMPATIBILITY, compatibility);
        addCut(damage, wanted, text);
        add(damage, APOSTROPHE, hasOtherApostrophes(damage, wanted, text));
        add(damage, GLOTTAL, count(wanted, Damage::isGlottal) > 0 && count(text, Damage::isGlottal) == 0);
        add(damage, FOLDED, isPlainer(compatibility ? NFKC.normalize(wanted) : wanted, text));
    }

    private static void add(Set<Damage> damage, Damage one, boolean there) {
        if (there) {
            damage.add(one);
        }
    }

    /** Upper case first: the dotless ı and its like fold together only so. */
    static String folded(String text) {
        return NFC.normalize(UCharacter.toLowerCase(ULocale.ROOT, UCharacter.toUpperCase(ULocale.ROOT, text)));
    }

    /** The signs that compatibility folds are gone, and there are more of the plain ones than there were. */
    private static boolean isCompatibility(String wanted, String text) {
        int[] special = wanted.codePoints()
                .filter(sign -> !isHalf(sign) && !NFKC.isNormalized(Character.toString(sign)))
                .distinct()
                .toArray();
        for (int sign : special) {
            String plain = folded(NFKC.normalize(Character.toString(sign)));
            int first = plain.codePointAt(0);
            boolean gone = count(text, other -> other == sign) == 0;
            if (gone && count(folded(text), other -> other == first) > count(folded(wanted), other -> other == first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHalf(int sign) {
        return sign >= 0xD800 && sign <= 0xDFFF;
    }

    /** Case aside. Where letters became others besides, what is left of A to Z has to stand in its order, and end early. */
    private static void addCut(Set<Damage> damage, String wanted, String text) {
        String whole = folded(wanted);
        String part = folded(text);
        if (part.length() < whole.length() && whole.startsWith(part)) {
            BreakIterator signs = BreakIterator.getCharacterInstance(ULocale.ROOT);
            signs.setText(whole);
            damage.add(signs.isBoundary(part.length()) ? CUT : CUT_IN_SIGN);
            return;
        }
        String letters = plainLetters(whole);
        String left = plainLetters(part);
        add(damage, CUT, left.length() > 1 && letters.length() - left.length() > 1 && letters.startsWith(left));
    }

    private static String plainLetters(String text) {
        return NFD.normalize(text)
                .codePoints()
                .filter(sign -> isPlain(sign) || sign == ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Another apostrophe than any in the name; or fewer, where nothing else accounts for the missing one. */
    private static boolean hasOtherApostrophes(Set<Damage> damage, String wanted, String text) {
        int before = count(wanted, Damage::isApostrophe);
        int after = count(text, Damage::isApostrophe);
        boolean other = text.codePoints().anyMatch(sign -> isApostrophe(sign) && wanted.indexOf(sign) < 0);
        boolean accounted = damage.contains(REPLACED) || damage.contains(CUT) || damage.contains(CUT_IN_SIGN);
        return before > 0 && (other || (after < before && !accounted));
    }

    private static boolean isApostrophe(int sign) {
        return APOSTROPHES.indexOf(sign) >= 0;
    }

    private static boolean isGlottal(int sign) {
        return GLOTTALS.indexOf(sign) >= 0;
    }

    private static boolean gained(String wanted, String text, char sign) {
        return text.indexOf(sign) >= 0 && wanted.indexOf(sign) < 0;
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(Damage::isHalf);
    }

    /** Marks or letters beyond A to Z are fewer, and letters of A to Z no fewer than they were. */
    private static boolean isPlainer(String wanted, String text) {
        String before = NFD.normalize(folded(wanted));
        String after = NFD.normalize(folded(text));
        return count(after, Damage::isSpecial) < count(before, Damage::isSpecial)
                && count(after, Damage::isPlain) >= count(before, Damage::isPlain);
    }

    private static boolean isSpecial(int sign) {
        return sign >= 0x80 && (UCharacter.isLetter(sign) || UCharacter.getCombiningClass(sign) > 0);
    }

    private static boolean isPlain(int sign) {
        return sign < 0x80 && UCharacter.isLetterOrDigit(sign);
    }

    private static int count(String text, IntPredicate signs) {
        return (int) text.codePoints().filter(signs).count();
    }
}
