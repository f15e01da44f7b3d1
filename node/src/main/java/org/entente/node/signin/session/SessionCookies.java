package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.device.DeviceCookie;
import org.entente.node.web.SessionCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Gives a browser the token of its session; the browser forgets it when it closes. */
@Component
public final class SessionCookies {
    private final DeviceCookie device;
    private final boolean https;

    SessionCookies(DeviceCookie device, NodeIdentity node) {
        this.device = device;
        this.https = node.origin().getScheme().equals("https");
    }

    /** Gives a browser what it gets when somebody signed in with it. */
    public void admit(HttpServletResponse response, Admission admission) {
        set(response, admission.sessionToken());
        device.set(response, admission.deviceToken());
    }

    void set(HttpServletResponse response, String token) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token).build().toString());
    }

    void clear(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie("").maxAge(Duration.ZERO).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String token) {
        return ResponseCookie.from(SessionCookie.NAME, token)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(https);
    }
}
