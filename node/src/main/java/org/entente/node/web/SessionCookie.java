package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cookie of a session. */
@Component
public final class SessionCookie {
    private static final String NAME = "entente";

    private final HostCookies cookies;

    SessionCookie(HostCookies cookies) {
        this.cookies = cookies;
    }

    /** The token that the request carries in it. */
    public Optional<String> of(HttpServletRequest request) {
        return cookies.value(request, NAME);
    }

    /** Gives a browser the token of its session. */
    public void set(HttpServletResponse response, String token) {
        cookies.set(response, NAME, token);
    }

    /** Has a browser forget it. */
    public void clear(HttpServletResponse response) {
        cookies.clear(response, NAME);
    }
}
