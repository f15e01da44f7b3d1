package org.entente.names.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day, a month or a year, as exactly as somebody knows it: {@code 1987-06-15}, {@code 1987-06}, {@code 1987} (ISO 8601, as
 * FHIR's {@code dateTime} has it).
 */
public record PartialDate(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    /** @throws IllegalArgumentException when the calendar has no such day, month or year */
    public PartialDate {
        if (!FORM.matcher(value).matches() || value.startsWith("0000")) {
            throw new IllegalArgumentException("not a day, month or year");
        }
        try {
            first(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day, month or year", e);
        }
    }

    /** What somebody wrote, space around it apart; empty when it is no date. */
    public static Optional<PartialDate> read(String written) {
        try {
            return Optional.of(new PartialDate(written.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first day that it may be. */
    public LocalDate first() {
        return first(value);
    }

    /** The last day that it may be. */
    public LocalDate last() {
        return switch (value.length()) {
            case YEAR -> first().plusYears(1).minusDays(1);
            case MONTH -> first().plusMonths(1).minusDays(1);
            default -> first();
        };
    }

    private static LocalDate first(String value) {
        return switch (value.length()) {
            case YEAR -> Year.parse(value).atDay(1);
            case MONTH -> YearMonth.parse(value).atDay(1);
            default -> LocalDate.parse(value);
        };
    }
}
