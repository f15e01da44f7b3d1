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
        return holdings.find(name)
                .flatMap(held -> act(held, successor))
                .map(act -> performAct.perform(name, act, by, now))
                .orElseGet(ActOutcome.NotFound::new);
    }

    /** What would be signed now; empty when no entente is in force, or nothing is known to be shared with that party. */
    public Optional<ActJson.Written> act(Held held, String successor) {
        return Optional.of(held)
                .filter(one -> one.chain().hasEntered())
                .flatMap(one -> place(one, successor))
                .map(after -> ActJson.entrust(successor, after));
    }

    private Optional<String> place(Held held, String successor) {
        boolean ourselves = held.party(node.entityId())
                .filter(us -> us.key().equals(successor))
                .isPresent();
        return ourselves ? Optional.of(held.chain().head()) : held.hashAt(commonGround.with(held, successor));
    }
}
