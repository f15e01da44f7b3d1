package org.entente.node.agreements.rollover;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.frontier.KnownAs;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.springframework.stereotype.Component;

/** By which keys a party knows this government: those of the ententes that both are bound by. */
@Component
class KnownToParties implements KnownAs {
    private final Holdings holdings;
    private final Keys keys;
    private final NodeIdentity node;
    private final InstantSource clock;

    KnownToParties(Holdings holdings, Keys keys, NodeIdentity node, InstantSource clock) {
        this.holdings = holdings;
        this.keys = keys;
        this.node = node;
        this.clock = clock;
    }

    /** One entente that has followed is enough for the party to know the present key. */
    @Override
    public Optional<Jwks> keysAt(URI entity) {
        PublicJwk present = keys.federation().publicKey();
        Instant now = clock.instant();
        List<Jwks> pinned = holdings.all().stream()
                .filter(held -> held.concerns(entity, now))
                .flatMap(held -> new OurPin(held, node.entityId()).keys(now).stream())
                .toList();
        return pinned.stream().anyMatch(jwks -> jwks.keys().contains(present))
                ? Optional.empty()
                : pinned.stream().findFirst();
    }
}
