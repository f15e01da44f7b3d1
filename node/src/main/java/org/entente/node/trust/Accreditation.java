package org.entente.node.trust;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.federation.MetadataPolicy;

/**
 * Extension point: what this node vouches for besides keys. Implemented by the room that knows what was agreed. Every answer
 * is of the moment: what is no longer given is withdrawn from then on.
 */
public interface Accreditation {
    /** The trust marks that this node issues (OpenID Federation 1.0 §7). */
    List<MarkGrant> marks(Instant now);

    /** What is demanded of the metadata of an organisation of this node, as its superior (§6.1). */
    MetadataPolicy policyFor(URI organisation, Instant now);
}
