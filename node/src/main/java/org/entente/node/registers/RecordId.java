package org.entente.node.registers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A record in a register.
 *
 * @param number without spaces and hyphens, letters in upper case
 */
public record RecordId(String register, String number) {
    /** The longest number of a record, in characters. */
    public static final int MAX_NUMBER = 64;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u2009\\u202f\\u2010-\\u2015-]+");

    public RecordId {
        number = normalised(number);
        if (number.isEmpty() || number.length() > MAX_NUMBER) {
            throw new IllegalArgumentException("a record's number has 1 to " + MAX_NUMBER + " characters");
        }
    }

    /** Reads what somebody wrote as a record's number; empty when it can be none. */
    public static Optional<RecordId> parse(String register, String written) {
        int length = normalised(written).length();
        return length == 0 || length > MAX_NUMBER ? Optional.empty() : Optional.of(new RecordId(register, written));
    }

    /** A number or code as it is compared: however the person spaced it and in whichever case. */
    static String normalised(String written) {
        return SEPARATORS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Never the number: it is a personal datum. */
    @Override
    public String toString() {
        return "RecordId[" + register + "]";
    }
}
