package org.entente.node.frontier;

import java.net.URI;
import java.util.Set;

/** Extension point: which public documents of others a room needs at hand. */
public interface MirrorSource {
    /** The most documents of one publisher that are mirrored. */
    int MAX_WANTED = 1_000;

    /** Their addresses: decided by agreements and memberships, never by what is being presented. */
    Set<URI> wanted();
}
