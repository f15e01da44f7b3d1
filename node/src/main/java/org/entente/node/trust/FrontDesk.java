package org.entente.node.trust;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.trust.peer.IntroduceEntity;
import org.entente.node.trust.peer.KnownPeers;
import org.entente.node.trust.peer.PinKeys;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.springframework.stereotype.Component;

/** The front desk, in front of the room's features. */
@Component
final class FrontDesk implements Trust {
    private final IntroduceEntity introduceEntity;
    private final KnownPeers knownPeers;
    private final PinKeys pinKeys;

    FrontDesk(IntroduceEntity introduceEntity, KnownPeers knownPeers, PinKeys pinKeys) {
        this.introduceEntity = introduceEntity;
        this.knownPeers = knownPeers;
        this.pinKeys = pinKeys;
    }

    @Override
    public IntroductionOutcome introduce(URI entity, Instant now) {
        return introduceEntity.introduce(entity, now);
    }

    @Override
    public IntroductionOutcome acquaint(URI entity, Instant now) {
        return introduceEntity.acquaint(entity, now);
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
    public Optional<KeyBasis> basisOf(URI entity, Instant now) {
        return knownPeers.basisOf(entity, now);
    }

    @Override
    public Optional<Jwks> contradicting(URI entity, Jwks keys, Instant since, Instant now) {
        return knownPeers.contradicting(entity, keys, since, now);
    }

    @Override
    public PinOutcome pin(URI entity, Jwks keys, Instant now) {
        return pinKeys.pin(entity, keys, now);
    }

    @Override
    public PinOutcome rollOver(URI entity, CompactJws statement, Instant stated, Instant now) {
        return pinKeys.rollOver(entity, statement, stated, now);
    }

    @Override
    public List<URI> peers() {
        return knownPeers.peers();
    }
}
