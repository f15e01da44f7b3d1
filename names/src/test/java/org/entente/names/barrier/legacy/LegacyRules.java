package org.entente.names.barrier.legacy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.NameReading;
import org.entente.names.NameText;

/** What the registry refuses, and what it does to a name before it keeps it. */
record LegacyRules(Set<String> barriers) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int COLUMN = 30;

    /** Half of B23: what is typed is cleaned, what is kept is not. */
    static final String KEEPS_INVISIBLE = "B23 in the store alone";

    boolean has(String barrier) {
        return barriers.contains(barrier);
    }

    /** What is said to whoever wrote a name that is not taken. */
    Optional<String> refusal(String name, String given) {
        boolean refused = NameText.read(name) instanceof NameReading.Refused
                || (has("B09") && given.isEmpty())
                || name.codePoints().anyMatch(this::isRefused)
                || (has("B08") && !UCharacter.isUpperCase(name.codePointAt(0)))
                || (has("B11") && name.length() < 2)
                || (has("B12") && name.length() > COLUMN)
                || (has("B13") && name.codePoints().anyMatch(sign -> sign >= 0x370 && sign < 0x400));
        String words = has("B55")
                ? "Invalid name: your name contains invalid characters."
                : "This system cannot keep this yet. Call 1 800 555-0199, and somebody will write it down.";
        return refused ? Optional.of(words) : Optional.empty();
    }

    private boolean isRefused(int sign) {
        return (has("B01") && sign > 0x7E)
                || (has("B02") && sign > 0xFF)
                || (has("B03") && isMark(sign))
                || (has("B04") && "¢₭·°".indexOf(sign) >= 0)
                || (has("B05") && sign >= '0' && sign <= '9')
                || (has("B06") && (sign == ':' || sign == ','));
    }

    private static boolean isMark(int sign) {
        return UCharacter.getType(sign) == com.ibm.icu.lang.UCharacterEnums.ECharacterCategory.NON_SPACING_MARK;
    }

    /** What is kept. */
    String kept(String name) {
        String clean = has("B23") || has(KEEPS_INVISIBLE) ? name : name.replace("\u200B", "");
        return damaged(clean);
    }

    private String damaged(String name) {
        String kept = has("B49") ? name : Normalizer2.getNFCInstance().normalize(name);
        if (has("B07")) {
            kept = kept.replace("ʔ", "?");
        }
        if (has("B15")) {
            kept = kept.replace("'", "’");
        }
        if (has("B20")) {
            kept = withoutSmallRaisedLetters(kept);
        }
        if (has("B21")) {
            kept = kept.replaceAll("[’ʼꞌ]", "'");
        }
        if (has("B18")) {
            kept = kept.replaceAll("[\\x{10000}-\\x{10FFFF}]", "??");
        }
        if (has("B17")) {
            kept = new String(kept.getBytes(WINDOWS), WINDOWS);
        }
        if (has("B22")) {
            kept = kept.substring(0, Math.min(kept.length(), COLUMN));
        }
        return cased(kept);
    }

    /** By a table, letter for letter: what is not composed stays so. */
    private static String withoutSmallRaisedLetters(String name) {
        return name.codePoints()
                .mapToObj(sign -> Normalizer2.getNFKCInstance().normalize(Character.toString(sign)))
                .collect(Collectors.joining());
    }

    private String cased(String name) {
        if (has("B24")) {
            return UCharacter.toUpperCase(ULocale.ROOT, name);
        }
        return has("B26") ? UCharacter.toTitleCase(ULocale.ROOT, name, null) : name;
    }
}
