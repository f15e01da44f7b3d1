package org.entente.node.kernel;

import java.util.Set;

/** Who acts in a request. */
public sealed interface Actor {
    /** Nobody is signed in. */
    record Anonymous() implements Actor {}

    /** A signed-in resident or holder. */
    record Person(PersonId id) implements Actor {}

    /** A signed-in public servant who may act for this government. */
    record Officer(PersonId id) implements Actor {}

    /** A system with an access token of its own (RFC 6749 §4.4). */
    record Client(String clientId, Set<String> scopes) implements Actor {}
}
