package org.entente.node.trust;

import java.util.Optional;
import org.entente.node.kernel.Organisation;
import tools.jackson.databind.node.ObjectNode;

/**
 * Extension point: one entity type that organisations of this node may have, with its metadata in their entity
 * configurations (OpenID Federation 1.0 §5). Implemented by the room that gives the organisation that part.
 */
public interface EntityFacet {
    /** The entity type identifier, for instance {@code openid_credential_issuer}. */
    String entityType();

    /** The metadata of an organisation that has this type; empty for one that has not. The same until something changes. */
    Optional<ObjectNode> metadata(Organisation organisation);
}
