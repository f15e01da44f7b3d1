package org.entente.names.letters;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;

/** What Unicode says of single code points; ICU4J's version of it, whatever the Java platform knows. */
final class Signs {
    private Signs() {}

    /** Whether a reader takes it together with what stands before it. */
    static boolean isAttached(int codePoint) {
        if (codePoint < 0x300 || isInvisible(codePoint)) {
            return false;
        }
        return switch (UCharacter.getType(codePoint)) {
            case ECharacterCategory.NON_SPACING_MARK,
                    ECharacterCategory.ENCLOSING_MARK,
                    ECharacterCategory.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Whether it shows nothing by itself: joiners, selectors, byte order marks, soft hyphens. */
    static boolean isInvisible(int codePoint) {
        return codePoint >= 0xAD && UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    static boolean isSpace(int codePoint) {
        return codePoint == ' ' || (codePoint >= 0x85 && UCharacter.isUWhiteSpace(codePoint));
    }

    static boolean isUnseen(int codePoint) {
        return isSpace(codePoint) || isInvisible(codePoint);
    }

    /** The end of the sign that begins here, with all that is attached to it. */
    static int end(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && isAttached(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }
}
