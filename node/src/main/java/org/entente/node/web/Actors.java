package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who acts in a request, asked once per request. */
@Component
final class Actors {
    private static final String ATTRIBUTE = Actors.class.getName();

    private final List<ActorSource> sources;

    Actors(List<ActorSource> sources) {
        this.sources = List.copyOf(sources);
    }

    Actor of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Actor known) {
            return known;
        }
        Actor actor = sources.stream()
                .map(source -> source.actorOf(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Actor.Anonymous::new);
        request.setAttribute(ATTRIBUTE, actor);
        return actor;
    }

    /** Whether anybody can sign in at this node at all. */
    boolean canSignIn() {
        return !sources.isEmpty();
    }
}
