package org.entente.node.trust.statement;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Jwks;
import org.springframework.stereotype.Component;

/** The organisations of this node. They live on it and are signed for with its federation key. */
@Component
class OwnOrganisations implements Subordinates {
    private final NodeIdentity node;
    private final Keys keys;

    OwnOrganisations(NodeIdentity node, Keys keys) {
        this.node = node;
        this.keys = keys;
    }

    @Override
    public List<URI> all() {
        return node.organisations().stream().map(node::issuer).toList();
    }

    @Override
    public Optional<Jwks> keysOf(URI subordinate) {
        return all().contains(subordinate)
                ? Optional.of(Jwks.of(keys.federation().publicKey()))
                : Optional.empty();
    }
}
