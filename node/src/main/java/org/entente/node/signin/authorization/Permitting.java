package org.entente.node.signin.authorization;

import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.PersonId;
import org.entente.node.web.SignInRequired;

/** Whoever is signed in, as a person who permits something of their own; officers are residents, too. */
final class Permitting {
    private Permitting() {}

    /** The person, if somebody is signed in. */
    static Optional<PersonId> person(Actor actor) {
        return switch (actor) {
            case Actor.Person(PersonId id) -> Optional.of(id);
            case Actor.Officer(PersonId id) -> Optional.of(id);
            case Actor.Anonymous _, Actor.Client _ -> Optional.empty();
        };
    }

    /** The person; leads to signing in where nobody is. */
    static PersonId required(Actor actor) {
        return person(actor).orElseThrow(SignInRequired::new);
    }
}
