package org.entente.node.wallet;

import org.entente.node.kernel.Actor;
import org.entente.node.kernel.PersonId;
import org.entente.node.web.SignInRequired;

/** Whose wallet it is. */
public final class Holder {
    private Holder() {}

    /**
     * The person who acts.
     *
     * @throws SignInRequired when nobody is signed in
     */
    public static PersonId of(Actor actor) {
        return switch (actor) {
            case Actor.Person(PersonId id) -> id;
            case Actor.Officer(PersonId id) -> id;
            case Actor.Anonymous _, Actor.Client _ -> throw new SignInRequired();
        };
    }
}
