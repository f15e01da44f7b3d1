package org.entente.names.key;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/** K1: the text without what cannot be seen and without space around it, composed (NFC). */
final class StoredKey {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private StoredKey() {}

    static String of(String text) {
        String seen = text;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0xAD && isInvisible(text.codePointAt(at))) {
                seen = withoutInvisible(text);
                break;
            }
        }
        return NFC.normalize(trimmed(seen));
    }

    private static String withoutInvisible(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(codePoint -> !isInvisible(codePoint)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && UCharacter.isUWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && UCharacter.isUWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isInvisible(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}
