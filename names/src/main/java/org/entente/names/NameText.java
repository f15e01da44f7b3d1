package org.entente.names;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Optional;
import org.entente.names.NameReading.Accepted;
import org.entente.names.NameReading.Reason;
import org.entente.names.NameReading.Refused;

/**
 * A name or a part of one, as it is stored: Unicode normalisation form C of what was written, and not a sign else changed.
 * Digits, apostrophes, colons, commas and currency signs are letters in one orthography or another and are kept.
 *
 * <pre>{@code
 * switch (NameText.read("Sḵwx̱wú7mesh")) {
 *     case NameReading.Accepted(NameText text) -> store(text.value());
 *     case NameReading.Refused refused -> explain(refused.reason(), refused.codePoint());
 * }
 * }</pre>
 *
 * @param value the stored form
 */
public record NameText(String value) {
    /** The longest name, in graphemes: what a reader counts as one sign, however many code points it takes. */
    public static final int MAX_GRAPHEMES = 200;

    /** The most code points in a name, so that no sign is piled up without end. */
    public static final int MAX_CODE_POINTS = 2000;

    /** What stands where a letter was when a text was read in another encoding than it was written in. */
    private static final int REPLACEMENT = 0xFFFD;

    /**
     * @throws IllegalArgumentException when {@link #read} would refuse the value, or it is not in composed form; a text that was
     *     stored with damage in it (U+FFFD) is one that can be read again
     */
    public NameText {
        if (refusal(value).isPresent() || !Normalizer2.getNFCInstance().isNormalized(value)) {
            throw new IllegalArgumentException("not a name in its stored form");
        }
    }

    /** Reads what a person wrote: accepted in its stored form, or refused with the reason and the place. */
    public static NameReading read(String written) {
        Optional<Refused> refusal = refusal(written);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (written.indexOf(REPLACEMENT) >= 0) {
            return new Refused(Reason.BROKEN, REPLACEMENT);
        }
        String stored = Normalizer2.getNFCInstance().normalize(written);
        Optional<Refused> afterwards = stored.equals(written) ? Optional.empty() : refusal(stored);
        return afterwards.isPresent() ? afterwards.get() : new Accepted(new NameText(stored));
    }

    /**
     * The name that a program knows to be one.
     *
     * @throws IllegalArgumentException when {@link #read} refuses it
     */
    public static NameText of(String written) {
        return switch (read(written)) {
            case Accepted(NameText text) -> text;
            case Refused(Reason reason, int codePoint) ->
                throw new IllegalArgumentException("not a name: " + reason + " " + Refused.notation(codePoint));
        };
    }

    /** The length as a reader counts it. */
    public int graphemes() {
        return graphemes(value);
    }

    /**
     * The script of its first letter as an ISO 15924 code, for instance {@code Cans} or {@code Latn}; {@code Zyyy} when no sign
     * belongs to one script.
     */
    public String script() {
        return value.codePoints()
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .mapToObj(UScript::getShortName)
                .findFirst()
                .orElse("Zyyy");
    }

    private static Optional<Refused> refusal(String text) {
        boolean seen = false;
        int count = 0;
        Optional<Refused> unusable = Optional.empty();
        for (int at = 0; at < text.length(); count++) {
            int codePoint = text.codePointAt(at);
            seen = seen || !isInvisible(codePoint);
            if (unusable.isEmpty() && (codePoint < ' ' || codePoint > '~')) {
                unusable = reason(codePoint).map(reason -> new Refused(reason, codePoint));
            }
            at += Character.charCount(codePoint);
        }
        if (!seen) {
            return Optional.of(new Refused(Reason.EMPTY, Refused.NONE));
        }
        if (count > MAX_CODE_POINTS) {
            return Optional.of(new Refused(Reason.TOO_LONG, Refused.NONE));
        }
        if (unusable.isPresent()) {
            return unusable;
        }
        // Graphemes are counted only where there could be too many of them: counting takes longer than all the rest.
        return count > MAX_GRAPHEMES && graphemes(text) > MAX_GRAPHEMES
                ? Optional.of(new Refused(Reason.TOO_LONG, Refused.NONE))
                : Optional.empty();
    }

    private static boolean isInvisible(int codePoint) {
        return codePoint == ' ' || ((codePoint < '!' || codePoint > '~') && isUnseen(codePoint));
    }

    private static boolean isUnseen(int codePoint) {
        return UCharacter.isUWhiteSpace(codePoint)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static Optional<Reason> reason(int codePoint) {
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.BIDI_CONTROL)) {
            return Optional.of(Reason.DIRECTION_CONTROL);
        }
        return switch (UCharacter.getType(codePoint)) {
            case ECharacterCategory.CONTROL,
                    ECharacterCategory.LINE_SEPARATOR,
                    ECharacterCategory.PARAGRAPH_SEPARATOR -> Optional.of(Reason.CONTROL);
            case ECharacterCategory.UNASSIGNED -> Optional.of(Reason.UNASSIGNED);
            case ECharacterCategory.PRIVATE_USE -> Optional.of(Reason.PRIVATE_USE);
            case ECharacterCategory.SURROGATE -> Optional.of(Reason.BROKEN);
            default -> Optional.empty();
        };
    }

    private static int graphemes(String text) {
        BreakIterator signs = BreakIterator.getCharacterInstance(ULocale.ROOT);
        signs.setText(text);
        int count = 0;
        while (signs.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
