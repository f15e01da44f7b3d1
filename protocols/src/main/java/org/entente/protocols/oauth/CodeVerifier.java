package org.entente.protocols.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.entente.protocols.ProtocolError;

/**
 * The secret with which a client proves at the token endpoint that the authorization request was its own (RFC 7636).
 * Of the two methods only {@code S256} is known here: {@code plain} shows the secret to whoever sees the request.
 */
public record CodeVerifier(String value) {
    /** The only {@code code_challenge_method}. */
    public static final String METHOD = "S256";

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** @throws ProtocolError {@code invalid_grant} when it has not the form of a verifier (RFC 7636 §4.1) */
    public CodeVerifier {
        if (!VERIFIER.matcher(value).matches()) {
            throw new ProtocolError(
                    OAuthErrors.INVALID_GRANT, "the code_verifier has 43 to 128 of the unreserved characters");
        }
    }

    /** What the authorization request carries of it: its SHA-256 digest, base64url (RFC 7636 §4.2). */
    public String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether a text has the form of a {@link #challenge}. */
    static boolean isChallenge(String text) {
        return CHALLENGE.matcher(text).matches();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "CodeVerifier[…]";
    }
}
