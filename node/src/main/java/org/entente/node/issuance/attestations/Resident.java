package org.entente.node.issuance.attestations;

import org.entente.node.kernel.Actor;
import org.entente.node.kernel.PersonId;
import org.entente.node.web.Forbidden;
import org.entente.node.web.SignInRequired;

/** Whoever is signed in, as a person with attestations of their own; officers are residents, too. */
final class Resident {
    private Resident() {}

    /** The person; leads to signing in where nobody is. */
    static PersonId of(Actor actor) {
        return switch (actor) {
            case Actor.Person(PersonId id) -> id;
            case Actor.Officer(PersonId id) -> id;
            case Actor.Anonymous _ -> throw new SignInRequired();
            case Actor.Client _ -> throw new Forbidden();
        };
    }
}
