package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletResponse;
import org.entente.node.signin.device.DeviceCookie;
import org.entente.node.web.SessionCookie;
import org.springframework.stereotype.Component;

/** Gives a browser what it gets when somebody signed in with it. */
@Component
public final class SessionCookies {
    private final SessionCookie session;
    private final DeviceCookie device;

    SessionCookies(SessionCookie session, DeviceCookie device) {
        this.session = session;
        this.device = device;
    }

    /** The token of the session, and the marks by which the browser is known again. */
    public void admit(HttpServletResponse response, Admission admission) {
        session.set(response, admission.sessionToken());
        device.set(response, admission.marks());
    }
}
