package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.entente.node.kernel.Actor;

/**
 * Extension point: tells who acts in a request, implemented by the room that keeps sessions. Without an implementation
 * everybody is anonymous.
 */
public interface ActorSource {
    /** The actor whose session the request carries, or nothing when it carries none that is valid. */
    Optional<Actor> actorOf(HttpServletRequest request);
}
