package org.entente.node.trust.peer;

import java.net.URI;
import java.time.Instant;
import org.entente.node.trust.PinOutcome;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pins keys. What is pinned gives way to nobody's word but the entity's own: a configuration that one of the pinned keys
 * signed and that lists the new ones.
 */
@Component
public class PinKeys {
    private final Pins pins;
    private final KnownPeers knownPeers;

    PinKeys(Pins pins, KnownPeers knownPeers) {
        this.pins = pins;
        this.knownPeers = knownPeers;
    }

    /** As {@link org.entente.node.trust.Trust#rollOver}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PinOutcome rollOver(URI entity, CompactJws statement, Instant stated, Instant now) {
        Jwks keys = Jwks.parse(statement.claims().path("keys"));
        if (keys.keys().isEmpty()) {
            throw new IllegalArgumentException("a pin without a key would lock the entity out");
        }
        if (pins.find(entity).isEmpty()) {
            return new PinOutcome.Contradicts();
        }
        Jwks pinned = pins.hold(entity);
        boolean followed =
                pins.lastStated(entity).filter(last -> !stated.isAfter(last)).isPresent();
        if (pinned.equals(keys) || followed) {
            return new PinOutcome.Pinned();
        }
        if (pinned.keys().stream().noneMatch(statement::isSignedBy)) {
            return new PinOutcome.Contradicts();
        }
        pins.replace(entity, keys, now);
        pins.stated(entity, stated);
        return new PinOutcome.Pinned();
    }

    /** As {@link org.entente.node.trust.Trust#pin}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PinOutcome pin(URI entity, Jwks keys, Instant now) {
        if (keys.keys().isEmpty()) {
            throw new IllegalArgumentException("a pin without a key would lock the entity out");
        }
        if (pins.add(entity, keys, now)) {
            return new PinOutcome.Pinned();
        }
        Jwks pinned = pins.hold(entity);
        if (pinned.keys().containsAll(keys.keys())) {
            return new PinOutcome.Pinned();
        }
        if (!knownPeers.hasAnnounced(entity, keys, now)) {
            return new PinOutcome.Contradicts();
        }
        pins.replace(entity, keys, now);
        return new PinOutcome.Pinned();
    }
}
