package org.entente.node.frontier;

import java.net.URI;
import java.util.Optional;
import org.entente.protocols.jose.Jwks;

/** Extension point: by which keys another node believes this one. Implemented by {@code agreements}. */
public interface KnownAs {
    /**
     * The keys of ours by which a node believes us; empty unless it is known that the present one is not among them. Not in a
     * transaction that changes anything.
     */
    Optional<Jwks> keysAt(URI entity);
}
