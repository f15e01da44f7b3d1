package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.people.People;
import org.entente.node.signin.SigninSettings;
import org.entente.node.web.ActorSource;
import org.entente.node.web.SessionCookie;
import org.springframework.stereotype.Component;

/**
 * Tells who acts by the session that a request carries. Where the operator demands it, a public servant acts as an officer
 * only after signing in with a passkey, and as anybody else otherwise.
 */
@Component
final class SessionActors implements ActorSource {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final People people;
    private final SigninSettings settings;
    private final InstantSource clock;

    SessionActors(
            Sessions sessions, SessionCookie cookie, People people, SigninSettings settings, InstantSource clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> actorOf(HttpServletRequest request) {
        return cookie.of(request)
                .flatMap(token -> sessions.find(token, clock.instant()))
                .flatMap(Session::signedIn)
                .flatMap(this::actor);
    }

    private Optional<Actor> actor(Session.SignIn signIn) {
        return people.person(signIn.person()).map(people::actor).map(actor -> switch (actor) {
            case Actor.Officer officer
            when settings.officersNeedPasskey() && signIn.means() != Means.PASSKEY -> new Actor.Person(officer.id());
            case Actor.Officer officer -> officer;
            case Actor.Person person -> person;
            case Actor.Anonymous anonymous -> anonymous;
            case Actor.Client client -> client;
        });
    }
}
