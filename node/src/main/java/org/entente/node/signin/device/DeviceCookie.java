package org.entente.node.signin.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.entente.node.web.HostCookies;
import org.springframework.stereotype.Component;

/** The mark by which a browser is known again, set when somebody signs in with it. */
@Component
public final class DeviceCookie {
    private static final String NAME = "entente-device";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final HostCookies cookies;

    DeviceCookie(HostCookies cookies) {
        this.cookies = cookies;
    }

    /** The mark that a request carries, "" for none. */
    String of(HttpServletRequest request) {
        return cookies.value(request, NAME)
                .filter(value -> TOKEN.matcher(value).matches())
                .orElse("");
    }

    /** Gives a browser its mark. */
    public void set(HttpServletResponse response, String token) {
        cookies.set(response, NAME, token, Devices.LIFETIME);
    }
}
