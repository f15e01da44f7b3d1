package org.entente.node.names;

import org.entente.node.kernel.Actor;
import org.entente.node.kernel.PersonId;
import org.entente.node.web.Forbidden;
import org.entente.node.web.SignInRequired;

/** Whoever is signed in, as somebody with names of their own; officers have names, too. */
public final class Bearer {
    private Bearer() {}

    /** The person; leads to signing in where nobody is. */
    public static PersonId of(Actor actor) {
        return switch (actor) {
            case Actor.Person(PersonId id) -> id;
            case Actor.Officer(PersonId id) -> id;
            case Actor.Anonymous _ -> throw new SignInRequired();
            case Actor.Client _ -> throw new Forbidden();
        };
    }
}
