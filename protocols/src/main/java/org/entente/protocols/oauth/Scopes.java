package org.entente.protocols.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.protocols.ProtocolError;

/** Scopes as they are written in requests and answers (RFC 6749 §3.3). */
public final class Scopes {
    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private Scopes() {}

    /**
     * Reads scopes separated by single spaces, in their order.
     *
     * @throws ProtocolError {@code invalid_scope} when one has characters that none may have
     */
    public static Set<String> parse(String value) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(value.split(" ", -1)));
        if (!scopes.stream().allMatch(scope -> TOKEN.matcher(scope).matches())) {
            throw new ProtocolError(OAuthErrors.INVALID_SCOPE, "the scope is malformed");
        }
        return Collections.unmodifiableSet(scopes);
    }

    /** Writes scopes, always in the same order; "" when there are none. */
    public static String write(Collection<String> scopes) {
        return scopes.stream().sorted().collect(Collectors.joining(" "));
    }
}
