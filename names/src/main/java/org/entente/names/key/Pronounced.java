package org.entente.names.key;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/**
 * K6: how far two pronunciations in IPA are from each other. It ranks a list that other keys have found, and never makes one.
 */
public final class Pronounced {
    /** The longest pronunciation that is compared, in sounds. */
    public static final int MAX_SOUNDS = 200;

    private Pronounced() {}

    /** From 0, the same, to 1, nothing in common. Stress and syllable signs do not count. */
    public static double distance(String ipa, String other) {
        List<String> one = sounds(ipa);
        List<String> two = sounds(other);
        int longest = Math.max(one.size(), two.size());
        return longest == 0 ? 0 : (double) edits(one, two) / longest;
    }

    /** A base with its marks and modifiers is one sound. */
    private static List<String> sounds(String ipa) {
        List<String> sounds = new ArrayList<>();
        Normalizer2.getNFDInstance().normalize(ipa).codePoints().forEach(codePoint -> {
            if (codePoint == 'ˈ' || codePoint == 'ˌ') {
                return;
            }
            if (UCharacter.isLetter(codePoint) && !isModifier(codePoint)) {
                sounds.add(Character.toString(codePoint));
            } else if (!sounds.isEmpty() && isModifier(codePoint)) {
                sounds.set(sounds.size() - 1, sounds.getLast() + Character.toString(codePoint));
            }
        });
        return sounds.subList(0, Math.min(sounds.size(), MAX_SOUNDS));
    }

    private static boolean isModifier(int codePoint) {
        return UCharacter.getCombiningClass(codePoint) > 0 || (codePoint >= 0x2B0 && codePoint <= 0x2E4);
    }

    private static int edits(List<String> one, List<String> two) {
        int[] row = new int[two.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.get(i - 1).equals(two.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[two.size()];
    }
}
