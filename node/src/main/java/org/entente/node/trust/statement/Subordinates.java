package org.entente.node.trust.statement;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.federation.Rules;
import org.entente.protocols.jose.Jwks;

/** Those about whom this node makes statements (OpenID Federation 1.0 §1.2, subordinate). */
public interface Subordinates {
    /** Their entity identifiers. */
    List<URI> all();

    /** The federation keys of one; empty for anybody else. */
    Optional<Jwks> keysOf(URI subordinate);

    /** The entity types that one is known to have. */
    Set<String> entityTypes(URI subordinate);

    /** Whether others stand below it. */
    boolean isIntermediate(URI subordinate);

    /** How the statement binds one. */
    default Rules rulesFor(URI subordinate, Instant now) {
        return Rules.NONE;
    }
}
