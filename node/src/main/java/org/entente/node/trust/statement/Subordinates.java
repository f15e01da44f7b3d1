package org.entente.node.trust.statement;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.jose.Jwks;

/** Those about whom this node makes statements (OpenID Federation 1.0 §1.2, subordinate). */
public interface Subordinates {
    /** Their entity identifiers. */
    List<URI> all();

    /** The federation keys of one; empty for anybody else. */
    Optional<Jwks> keysOf(URI subordinate);
}
