package org.entente.node.frontier;

import java.net.URI;
import java.util.List;
import org.entente.protocols.jose.PublicJwk;

/** Extension point: the keys under which another node's signatures are believed. Implemented by {@code trust}. */
public interface PeerKeys {
    /** The federation keys of an entity; empty when we do not know it. Never asks the network. */
    List<PublicJwk> keysOf(URI entity);
}
