package org.entente.names.letters;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.List;
import org.entente.names.profile.Romanisation;

/**
 * A stretch of a name that is read as one.
 *
 * @param start where it begins, in UTF-16 units
 * @param written as it stands in the name
 */
public record Segment(int start, String written, Sign sign) {
    /** Where the next begins. */
    public int end() {
        return start + written.length();
    }

    /** The letter as the alphabet has it; what is no letter as it is written. */
    public String letter() {
        return sign instanceof Sign.Letter(int rank, String base) ? base : written;
    }

    /** The forms that a romanisation has for it, with a capital where it has one; otherwise itself alone. */
    public List<String> romanised(Romanisation romanisation) {
        List<String> forms = romanisation.signs().getOrDefault(letter(), List.of());
        if (forms.isEmpty()) {
            return List.of(written);
        }
        return UCharacter.isUUppercase(written.codePointAt(0))
                ? forms.stream().map(Segment::capital).toList()
                : forms;
    }

    private static String capital(String form) {
        if (form.isEmpty()) {
            return form;
        }
        int first = Character.charCount(form.codePointAt(0));
        return UCharacter.toUpperCase(ULocale.ROOT, form.substring(0, first)) + form.substring(first);
    }
}
