package org.entente.node.signin.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.entente.node.web.HostCookies;
import org.springframework.stereotype.Component;

/** The marks by which a browser is known again, set whenever somebody signs in with it. */
@Component
public final class DeviceCookie {
    private static final String NAME = "entente-device";

    private final HostCookies cookies;

    DeviceCookie(HostCookies cookies) {
        this.cookies = cookies;
    }

    /** The marks that a request carries. */
    Marks of(HttpServletRequest request) {
        return cookies.value(request, NAME).map(Marks::read).orElse(Marks.NONE);
    }

    /** Gives a browser its marks. */
    public void set(HttpServletResponse response, Marks marks) {
        cookies.set(response, NAME, marks.text(), Devices.LIFETIME);
    }
}
