package org.entente.node.signin.recovery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.node.kernel.Secrets;

/**
 * A recovery code: 100 random bits in letters and digits that nobody takes for another (Crockford's base 32).
 *
 * @param value {@link #LENGTH} characters, without the spaces in which it is printed
 */
record RecoveryCode(String value) {
    static final int LENGTH = 20;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final Pattern WELL_FORMED = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f\\u2010-\\u2015-]+");
    private static final int MAX_TYPED = 100;

    RecoveryCode {
        if (!WELL_FORMED.matcher(value).matches()) {
            throw new IllegalArgumentException("not a recovery code");
        }
    }

    /** A new one. */
    static RecoveryCode fresh(Secrets secrets) {
        byte[] random = secrets.bytes(LENGTH);
        return new RecoveryCode(IntStream.range(0, LENGTH)
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(random[i] & 31)))
                .collect(Collectors.joining()));
    }

    /** Reads what somebody typed, however spaced and in whichever case, also with O for 0 and I or L for 1. */
    static Optional<RecoveryCode> parse(String typed) {
        if (typed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        String code = SEPARATORS
                .matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return WELL_FORMED.matcher(code).matches() ? Optional.of(new RecoveryCode(code)) : Optional.empty();
    }

    /** In groups, as it is printed. */
    String printed() {
        return IntStream.iterate(0, i -> i < LENGTH, i -> i + GROUP)
                .mapToObj(i -> value.substring(i, i + GROUP))
                .collect(Collectors.joining(" "));
    }

    /** Never the code. */
    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
