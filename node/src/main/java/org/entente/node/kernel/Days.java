package org.entente.node.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calendar days as others write them: {@code 1984-02-29}, of the years 1 to 9999, which every table and reader knows. */
public final class Days {
    private static final Pattern FORM = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Days() {}

    /** Reads a day; empty when the text is none. */
    public static Optional<LocalDate> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
