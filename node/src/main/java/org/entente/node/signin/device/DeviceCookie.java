package org.entente.node.signin.device;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The mark by which a browser is known again, set when somebody signs in with it. On https its name has the prefix that
 * no other host and no plain connection can set (RFC 6265bis §4.1.3.2).
 */
@Component
public final class DeviceCookie {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean https;
    private final String name;

    DeviceCookie(NodeIdentity node) {
        this.https = node.origin().getScheme().equals("https");
        this.name = https ? "__Host-entente-device" : "entente-device";
    }

    /** The mark that a request carries, "" for none. */
    String of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> TOKEN.matcher(value).matches())
                        .findFirst()
                        .orElse("");
    }

    /** Gives a browser its mark. */
    public void set(HttpServletResponse response, String token) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, token)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(https)
                        .maxAge(Devices.LIFETIME)
                        .build()
                        .toString());
    }
}
