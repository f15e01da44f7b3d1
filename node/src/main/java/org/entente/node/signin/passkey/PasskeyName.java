package org.entente.node.signin.passkey;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What its owner calls a passkey.
 *
 * @param value one line of 1 to {@link #MAX_LENGTH} characters, without invisible marks that would reorder what follows
 */
public record PasskeyName(String value) {
    /** In Unicode code points. */
    public static final int MAX_LENGTH = 60;

    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zl}\\p{Zp}]+");

    public PasskeyName {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not the name of a passkey");
        }
    }

    /** Reads what somebody typed; empty when nothing visible or too much is left of it. */
    public static Optional<PasskeyName> parse(String text) {
        if (text.length() > 20 * MAX_LENGTH) {
            return Optional.empty();
        }
        String line =
                SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
        String clean = UNWANTED.matcher(line).replaceAll("").strip();
        return isWellFormed(clean) ? Optional.of(new PasskeyName(clean)) : Optional.empty();
    }

    private static boolean isWellFormed(String value) {
        return !value.isBlank()
                && value.codePointCount(0, value.length()) <= MAX_LENGTH
                && !UNWANTED.matcher(value).find();
    }
}
