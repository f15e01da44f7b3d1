package org.entente.node.agreements.course;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.CommonGround;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;

/**
 * Says that another party is to order in the depositary's place, after the last transition that it is known to share with us:
 * also where the depositary has shown us different things since.
 */
@Component
public class EntrustParty {
    private final Holdings holdings;
    private final CommonGround commonGround;
    private final PerformAct performAct;
    private final NodeIdentity node;

    EntrustParty(Holdings holdings, CommonGround commonGround, PerformAct performAct, NodeIdentity node) {
        this.holdings = holdings;
        this.commonGround = commonGround;
        this.performAct = performAct;
        this.node = node;
    }

    /** Signs and sends it, to the party of this key. */
    public ActOutcome entrust(String name, String successor, By by, Instant now) {
        Optional<String> place =
                holdings.find(name).filter(held -> held.chain().hasEntered()).flatMap(held -> place(held, successor));
        return place.map(after -> performAct.perform(name, ActJson.entrust(successor, after), by, now))
                .orElseGet(ActOutcome.NotFound::new);
    }

    private Optional<String> place(Held held, String successor) {
        boolean ourselves = held.party(node.entityId())
                .filter(us -> us.key().equals(successor))
                .isPresent();
        return ourselves ? Optional.of(held.chain().head()) : held.hashAt(commonGround.with(held, successor));
    }
}
