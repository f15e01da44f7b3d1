package org.entente.node.agreements.course;

import java.time.Instant;
import org.entente.node.agreements.held.Asked;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;

/** Wants what another party asks for and cannot do alone: says exactly the same, since only equal acts make a quorum. */
@Component
public class JoinAct {
    private final Holdings holdings;
    private final PerformAct performAct;
    private final NodeIdentity node;

    JoinAct(Holdings holdings, PerformAct performAct, NodeIdentity node) {
        this.holdings = holdings;
        this.performAct = performAct;
        this.node = node;
    }

    /**
     * Joins it.
     *
     * @param act the name of the act by which it was asked for, see {@link Asked}
     */
    public ActOutcome join(String name, String act, By by, Instant now) {
        return holdings.find(name)
                .flatMap(held -> Asked.all(held).stream()
                        .filter(asked -> asked.act().equals(act))
                        .findFirst()
                        .map(asked -> join(held, asked, by, now)))
                .orElseGet(ActOutcome.NotFound::new);
    }

    /** Nobody joins against itself: that would stop its own part at once, which is another act. */
    private ActOutcome join(Held held, Asked asked, By by, Instant now) {
        boolean against = held.party(node.entityId())
                .filter(us -> us.key().equals(asked.party(held)))
                .isPresent();
        return against
                ? new ActOutcome.Refused(Rejection.NOT_ENTITLED)
                : performAct.perform(held.entente().name(), same(asked), by, now);
    }

    private static ActJson.Written same(Asked asked) {
        return switch (asked.what()) {
            case Act.Suspend(var target, var cause) -> ActJson.suspend(target, cause);
            case Act.Lift(String suspension) -> ActJson.lift(suspension);
            default -> throw new IllegalStateException("nothing that parties ask for together");
        };
    }
}
