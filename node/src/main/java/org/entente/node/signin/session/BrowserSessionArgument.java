package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.entente.node.kernel.Secrets;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.node.signin.BrowserSession;
import org.entente.node.signin.SigninSettings;
import org.entente.node.web.CallerNetwork;
import org.entente.node.web.RequestArgument;
import org.entente.node.web.SessionCookie;
import org.entente.node.web.TooManyRequests;
import org.springframework.stereotype.Component;

/**
 * Gives a handler the {@link BrowserSession} of its request, started where there is none. Whoever keeps no cookie has one
 * started by every request, so a network has so many and no more. Reading a page starts none.
 */
@Component
final class BrowserSessionArgument implements RequestArgument<BrowserSession> {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Secrets secrets;
    private final Limits limits;
    private final SigninSettings.Limits most;
    private final InstantSource clock;

    BrowserSessionArgument(
            Sessions sessions,
            SessionCookie cookie,
            Secrets secrets,
            Limits limits,
            SigninSettings settings,
            InstantSource clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.secrets = secrets;
        this.limits = limits;
        this.most = settings.limits();
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
                .orElseGet(() -> READING.contains(request.getMethod())
                        ? new BrowserSession(secrets.id())
                        : start(CallerNetwork.of(request), response, now));
    }

    private BrowserSession start(String network, HttpServletResponse response, Instant now) {
        Allowance allowance =
                new Allowance("session by network", Duration.ofHours(1), most.sessionsPerAddressAndHour());
        if (limits.use(allowance, network, now) instanceof Use.Beyond beyond) {
            throw new TooManyRequests(beyond.retryAfter());
        }
        StartedSession started = sessions.startAnonymous(now);
        cookie.set(response, started.token());
        return new BrowserSession(started.id());
    }
}
