package org.entente.protocols.oauth;

import java.util.Arrays;
import java.util.Optional;

/** How an access token is presented: with a proof of possession (RFC 9449 §7.1) or alone (RFC 6750 §2.1). */
public enum TokenScheme {
    DPOP("DPoP"),
    BEARER("Bearer");

    private final String label;

    TokenScheme(String label) {
        this.label = label;
    }

    /** The name, as token type and as authentication scheme. */
    public String label() {
        return label;
    }

    /** The scheme of this name; upper and lower case do not matter (RFC 9110 §11.1). */
    public static Optional<TokenScheme> of(String name) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.label.equalsIgnoreCase(name))
                .findFirst();
    }
}
