package org.entente.node.frontier.crossing;

import java.time.Duration;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Journals what anybody can cause, whoever they are, without letting them fill the journal: one leaf for each peer, reason and
 * day, and so many a day in all. More of the same on that day leaves no trace.
 */
@Component
public class DailyRefusals {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Allowance ONE = new Allowance("frontier refusal of a day", DAY, 1);

    /** Who proposes an entente chooses the addresses that are asked for its parties' keys. */
    private static final Allowance ALL = new Allowance("frontier refusals of a day", DAY, 1_000);

    private final Limits limits;
    private final Blocked blocked;

    DailyRefusals(Limits limits, Blocked blocked) {
        this.limits = limits;
        this.blocked = blocked;
    }

    /** A message that names a peer, of which nobody knows who sent it: not signed by that peer, or signed for somebody else. */
    @Transactional
    public void unattributed(Blocked.Refusal refusal) {
        if (isFirst(refusal)) {
            blocked.unattributed(refusal);
        }
    }

    /** A document that was not taken from its publisher. */
    @Transactional
    public void document(Blocked.Refusal refusal) {
        if (isFirst(refusal)) {
            blocked.document(refusal);
        }
    }

    private boolean isFirst(Blocked.Refusal refusal) {
        return limits.use(ONE, refusal.type() + "\n" + refusal.reason() + "\n" + refusal.peer(), refusal.at())
                        instanceof Use.Within
                && limits.use(ALL, "all", refusal.at()) instanceof Use.Within;
    }
}
