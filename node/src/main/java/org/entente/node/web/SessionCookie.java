package org.entente.node.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** The cookie of a session: HttpOnly, SameSite=Lax, and Secure where the origin is https. */
public final class SessionCookie {
    /** Its name. */
    public static final String NAME = "entente";

    private SessionCookie() {}

    /** The token that the request carries in it. */
    public static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
