package org.entente.protocols.oauth;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.protocols.ProtocolError;

/**
 * An access token as it stands in an {@code Authorization} header.
 *
 * @param scheme how it claims to be bound
 */
public record PresentedToken(TokenScheme scheme, String token) {
    /** The longest token that is read, in characters. */
    public static final int MAX_LENGTH = 4096;

    private static final Pattern TOKEN68 = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /**
     * Reads an {@code Authorization} header.
     *
     * @param authorization the header, "" when there is none
     * @return nothing when there is no header or its scheme is not one of ours
     * @throws ProtocolError {@code invalid_request} when the token is not a token68 (RFC 9110 §11.2) or too long
     */
    public static Optional<PresentedToken> parse(String authorization) {
        String[] parts = authorization.split(" +", 2);
        Optional<TokenScheme> scheme = TokenScheme.of(parts[0]);
        if (scheme.isPresent()
                && (parts.length != 2
                        || parts[1].length() > MAX_LENGTH
                        || !TOKEN68.matcher(parts[1]).matches())) {
            throw new ProtocolError(OAuthErrors.INVALID_REQUEST, "the Authorization header is malformed");
        }
        return scheme.map(known -> new PresentedToken(known, parts[1]));
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "PresentedToken[" + scheme + "]";
    }
}
