package org.entente.node.kernel;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who this node is.
 *
 * @param origin its public base address, without a path: also its entity identifier (OpenID Federation 1.0 §1.2)
 * @param organisations those that live here, none on a directory or wallet
 */
public record NodeIdentity(
        URI origin, Role role, Text name, Jurisdiction jurisdiction, List<Organisation> organisations) {
    public NodeIdentity {
        organisations = List.copyOf(organisations);
        if (!Origins.isOrigin(origin)) {
            throw new IllegalArgumentException("a node's origin is an https address without a path");
        }
    }

    /** The node's entity identifier. */
    public URI entityId() {
        return origin;
    }

    /** The identifier of an organisation as credential issuer and verifier: {@code https://<node>/o/<organisation>}. */
    public URI issuer(Organisation organisation) {
        return URI.create(origin + "/o/" + organisation.id());
    }

    public Optional<Organisation> organisation(String id) {
        return organisations.stream()
                .filter(organisation -> organisation.id().equals(id))
                .findFirst();
    }
}
