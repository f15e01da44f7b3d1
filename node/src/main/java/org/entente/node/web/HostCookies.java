package org.entente.node.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies of this host and of no other: HttpOnly, SameSite=Lax, for every path. Over https they are Secure and their
 * names have the prefix that neither another host of the domain nor a plain connection can set (RFC 6265bis §4.1.3.2); a
 * name without it is then not read. Plain http, on localhost, has no such prefix.
 */
@Component
public final class HostCookies {
    private static final String PREFIX = "__Host-";
    private static final Duration UNTIL_THE_BROWSER_CLOSES = Duration.ofSeconds(-1);

    private final boolean https;

    HostCookies(NodeIdentity node) {
        this.https = node.origin().getScheme().equals("https");
    }

    /** What a cookie says that the request carries. */
    public Optional<String> value(HttpServletRequest request, String name) {
        return all(request)
                .filter(cookie -> cookie.getName().equals(stored(name)))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The names of those that the request carries whose names begin like this. */
    public List<String> names(HttpServletRequest request, String beginning) {
        return all(request)
                .map(Cookie::getName)
                .filter(name -> name.startsWith(stored(beginning)))
                .map(name -> name.substring(stored("").length()))
                .toList();
    }

    /** Gives the browser a cookie that it forgets when it closes. */
    public void set(HttpServletResponse response, String name, String value) {
        set(response, name, value, UNTIL_THE_BROWSER_CLOSES);
    }

    /** Gives the browser a cookie that it keeps for a while. */
    public void set(HttpServletResponse response, String name, String value, Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(stored(name), value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(https)
                        .maxAge(kept)
                        .build()
                        .toString());
    }

    /** Has the browser forget a cookie. */
    public void clear(HttpServletResponse response, String name) {
        set(response, name, "", Duration.ZERO);
    }

    private String stored(String name) {
        return https ? PREFIX + name : name;
    }

    private static Stream<Cookie> all(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Stream.empty() : Arrays.stream(cookies);
    }
}
