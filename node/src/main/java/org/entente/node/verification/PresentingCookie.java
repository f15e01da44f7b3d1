package org.entente.node.verification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.entente.node.web.HostCookies;
import org.springframework.stereotype.Component;

/**
 * Binds a presentation to the browser that started it: a cookie of its own with a fresh token for each, so that nobody can
 * plant a token before, and so that no account is needed.
 */
@Component
public final class PresentingCookie {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final String PREFIX = "presenting-";

    private final HostCookies cookies;

    PresentingCookie(HostCookies cookies) {
        this.cookies = cookies;
    }

    /** Gives the browser the token. */
    public void give(String presentation, String token, HttpServletResponse response) {
        cookies.set(response, PREFIX + presentation, token, LIFETIME);
    }

    /** The token that the browser has for a presentation. */
    public Optional<String> of(String presentation, HttpServletRequest request) {
        return cookies.value(request, PREFIX + presentation);
    }
}
