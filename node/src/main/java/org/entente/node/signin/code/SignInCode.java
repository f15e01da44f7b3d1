package org.entente.node.signin.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.node.kernel.Secrets;

/**
 * A code as it is sent by mail: so long that all tries which an account bears in a year seldom find one (ADR 173).
 *
 * @param digits all of them, without a space
 */
record SignInCode(String digits) {
    static final int DIGITS = 8;

    private static final Pattern FORM = Pattern.compile("[0-9]{" + DIGITS + "}");

    /** What people put between the groups: any space, also the no-break ones that programs put in, and hyphens. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");

    SignInCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a sign-in code has " + DIGITS + " digits");
        }
    }

    /** A new one. */
    static SignInCode random(Secrets secrets) {
        return new SignInCode(secrets.digits(DIGITS));
    }

    /** What somebody typed, with or without spaces; empty when it has not the form of a code. */
    static Optional<SignInCode> typed(String text) {
        String digits = BETWEEN.matcher(text).replaceAll("");
        return FORM.matcher(digits).matches() ? Optional.of(new SignInCode(digits)) : Optional.empty();
    }

    /** In two groups, as a person reads it. */
    String grouped() {
        return digits.substring(0, DIGITS / 2) + " " + digits.substring(DIGITS / 2);
    }

    /** Never the digits. */
    @Override
    public String toString() {
        return "SignInCode[]";
    }
}
