package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.signin.BrowserSession;
import org.entente.node.web.RequestArgument;
import org.entente.node.web.SessionCookie;
import org.springframework.stereotype.Component;

/** Gives a handler the {@link BrowserSession} of its request, started where there is none. */
@Component
final class BrowserSessionArgument implements RequestArgument<BrowserSession> {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final InstantSource clock;

    BrowserSessionArgument(Sessions sessions, SessionCookie cookie, InstantSource clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    @Override
    public Class<BrowserSession> type() {
        return BrowserSession.class;
    }

    @Override
    public BrowserSession of(HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        return cookie.of(request)
                .flatMap(token -> sessions.find(token, now))
                .map(session -> new BrowserSession(session.id()))
                .orElseGet(() -> start(response, now));
    }

    private BrowserSession start(HttpServletResponse response, Instant now) {
        StartedSession started = sessions.startAnonymous(now);
        cookie.set(response, started.token());
        return new BrowserSession(started.id());
    }
}
