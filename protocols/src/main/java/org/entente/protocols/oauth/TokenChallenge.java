package org.entente.protocols.oauth;

/** The {@code WWW-Authenticate} header with which a resource refuses (RFC 6750 §3, RFC 9449 §7.1). */
public final class TokenChallenge {
    private TokenChallenge() {}

    /** Tells a caller who brought no token which one to bring. */
    public static String missing(TokenScheme scheme) {
        return algorithms(scheme).isEmpty() ? scheme.label() : scheme.label() + " " + algorithms(scheme);
    }

    /**
     * Tells what was wrong.
     *
     * @param error one of {@link OAuthErrors}
     * @param description plain ASCII without quotes or backslashes
     */
    public static String refused(TokenScheme scheme, String error, String description) {
        String parameters = "error=\"" + error + "\", error_description=\"" + description + "\"";
        String algorithms = algorithms(scheme);
        return scheme.label() + " " + parameters + (algorithms.isEmpty() ? "" : ", " + algorithms);
    }

    /** Tells which scope the token lacks. */
    public static String insufficientScope(TokenScheme scheme, String needed) {
        return refused(scheme, OAuthErrors.INSUFFICIENT_SCOPE, "the token does not allow this") + ", scope=\"" + needed
                + "\"";
    }

    private static String algorithms(TokenScheme scheme) {
        return scheme == TokenScheme.DPOP ? "algs=\"ES256\"" : "";
    }
}
