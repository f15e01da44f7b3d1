package org.entente.node.trust;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.trust.peer.IntroduceEntity;
import org.entente.node.trust.peer.KnownPeers;
import org.entente.node.trust.peer.Pins;
import org.entente.protocols.jose.Jwks;
import org.springframework.stereotype.Component;

/** The front desk, in front of the room's features. */
@Component
final class FrontDesk implements Trust {
    private final IntroduceEntity introduceEntity;
    private final KnownPeers knownPeers;
    private final Pins pins;

    FrontDesk(IntroduceEntity introduceEntity, KnownPeers knownPeers, Pins pins) {
        this.introduceEntity = introduceEntity;
        this.knownPeers = knownPeers;
        this.pins = pins;
    }

    @Override
    public IntroductionOutcome introduce(URI entity, Instant now) {
        return introduceEntity.introduce(entity, now);
    }

    @Override
    public Optional<Introduction> peer(URI entity, Instant now) {
        return knownPeers.peer(entity, now);
    }

    @Override
    public Optional<Jwks> keysOf(URI entity, Instant now) {
        return knownPeers.keysOf(entity, now);
    }

    @Override
    public void pin(URI entity, Jwks keys, Instant now) {
        pins.pin(entity, keys, now);
    }

    @Override
    public List<URI> peers() {
        return knownPeers.peers();
    }
}
