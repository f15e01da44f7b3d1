package org.entente.node.agreements.rollover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.rollover.KeyView.Stage;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.FederationKeys;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.PublicJwk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads how it stands with the federation key. */
@Component
public class ReadKey {
    private final RollOvers rollOvers;
    private final FederationKeys federationKeys;
    private final Keys keys;
    private final Holdings holdings;
    private final NodeIdentity node;

    ReadKey(RollOvers rollOvers, FederationKeys federationKeys, Keys keys, Holdings holdings, NodeIdentity node) {
        this.rollOvers = rollOvers;
        this.federationKeys = federationKeys;
        this.keys = keys;
        this.holdings = holdings;
        this.node = node;
    }

    /** For an officer of this name, see {@link org.entente.node.agreements.conclude.Officers}. */
    @Transactional(readOnly = true)
    public KeyView read(String officer, Instant now) {
        Optional<RollOver> underWay = rollOvers.underWay();
        Optional<PublicJwk> next = federationKeys.next();
        List<PublicJwk> ours = federationKeys.believed().keys();
        Aim aim = Aim.of(federationKeys);
        return new KeyView(
                stage(underWay, next.isPresent()),
                ours.getFirst().thumbprint(),
                next.map(PublicJwk::thumbprint),
                ours.stream()
                        .skip(1)
                        .filter(key -> next.filter(key::equals).isEmpty())
                        .map(PublicJwk::thumbprint)
                        .findFirst(),
                underWay.map(RollOver::askedAt),
                underWay.filter(one -> one.askedBy().equals(officer)).isPresent(),
                holdings.all().stream()
                        .map(held -> new OurPin(held, node.entityId()))
                        .filter(pin -> pin.keys(now).isPresent())
                        .map(pin -> KeyView.Line.of(
                                pin.held(),
                                Following.of(pin, aim, holdings.confirmedAt(pin.held()), now),
                                pin.toldSince(aim).plus(Following.PATIENCE)))
                        .toList(),
                keys.formerFederation(),
                Optional.empty());
    }

    private static Stage stage(Optional<RollOver> underWay, boolean announced) {
        if (underWay.isEmpty()) {
            return Stage.NONE;
        }
        if (underWay.get().confirmed().isEmpty()) {
            return Stage.ASKED;
        }
        return announced ? Stage.ANNOUNCED : Stage.ADOPTED;
    }
}
