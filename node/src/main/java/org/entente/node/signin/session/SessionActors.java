package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.people.People;
import org.entente.node.web.ActorSource;
import org.entente.node.web.SessionCookie;
import org.springframework.stereotype.Component;

/** Tells who acts by the session that a request carries. */
@Component
final class SessionActors implements ActorSource {
    private final Sessions sessions;
    private final People people;
    private final InstantSource clock;

    SessionActors(Sessions sessions, People people, InstantSource clock) {
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> actorOf(HttpServletRequest request) {
        return SessionCookie.of(request)
                .flatMap(token -> sessions.find(token, clock.instant()))
                .flatMap(Session::person)
                .flatMap(people::person)
                .map(people::actor);
    }
}
