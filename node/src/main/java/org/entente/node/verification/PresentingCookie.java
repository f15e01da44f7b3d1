package org.entente.node.verification;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Binds a presentation to the browser that started it: a cookie of its own with a fresh token for each, so that nobody can
 * plant a token before, and so that no account is needed.
 */
@Component
public final class PresentingCookie {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final String PREFIX = "presenting-";

    private final boolean secure;

    PresentingCookie(NodeIdentity node) {
        this.secure = "https".equals(node.origin().getScheme());
    }

    /** Gives the browser the token. */
    public void give(String presentation, String token, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(PREFIX + presentation, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(LIFETIME)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The token that the browser has for a presentation. */
    public static Optional<String> of(String presentation, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(PREFIX + presentation))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
