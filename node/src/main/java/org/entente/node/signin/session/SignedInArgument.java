package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.entente.node.signin.SignedIn;
import org.entente.node.web.RequestArgument;
import org.entente.node.web.SessionCookie;
import org.entente.node.web.SignInRequired;
import org.springframework.stereotype.Component;

/** Gives a handler the {@link SignedIn} session of its request. */
@Component
final class SignedInArgument implements RequestArgument<SignedIn> {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final InstantSource clock;

    SignedInArgument(Sessions sessions, SessionCookie cookie, InstantSource clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    @Override
    public Class<SignedIn> type() {
        return SignedIn.class;
    }

    @Override
    public SignedIn of(HttpServletRequest request, HttpServletResponse response) {
        return cookie.of(request)
                .flatMap(token -> sessions.find(token, clock.instant()))
                .flatMap(session -> session.signedIn()
                        .map(signIn -> new SignedIn(session.id(), signIn.person(), signIn.means(), signIn.at())))
                .orElseThrow(SignInRequired::new);
    }
}
