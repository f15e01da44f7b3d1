package org.entente.node.frontier.crossing;

import java.time.Duration;
import org.entente.node.frontier.FrontierSettings;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Journals what anybody can cause, whoever they are, without letting them fill the journal: one leaf for each peer, reason and
 * day, and so many a day of each government that is known here and of all strangers together. More on that day leaves no trace.
 */
@Component
public class DailyRefusals {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Allowance ONE = new Allowance("frontier refusal of a day", DAY, 1);

    private final Limits limits;
    private final Blocked blocked;
    private final ObjectProvider<PeerKeys> peerKeys;
    private final Allowance ofOne;

    /** Who proposes an entente chooses the addresses that are asked for its parties' keys. */
    private final Allowance ofStrangers;

    DailyRefusals(Limits limits, Blocked blocked, ObjectProvider<PeerKeys> peerKeys, FrontierSettings settings) {
        this.limits = limits;
        this.blocked = blocked;
        this.peerKeys = peerKeys;
        this.ofOne = new Allowance(
                "frontier refusals of one in a day", DAY, settings.limits().refusalsPerDay());
        this.ofStrangers = new Allowance(
                "frontier refusals of strangers in a day",
                DAY,
                settings.limits().strangersRefusalsPerDay());
    }

    /** A message that names a peer, of which nobody knows who sent it: not signed by that peer, or signed for somebody else. */
    @Transactional
    public void unattributed(Blocked.Refusal refusal) {
        if (isFirst(refusal)) {
            blocked.unattributed(refusal);
        }
    }

    /** A message that a peer has signed and that cannot be read, so that nobody knows for whom it was. */
    @Transactional
    public void unreadable(Blocked.Refusal refusal) {
        if (isFirst(refusal)) {
            blocked.unreadable(refusal);
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
                && share(refusal) instanceof Use.Within;
    }

    /** Nobody uses up what belongs to another. */
    private Use share(Blocked.Refusal refusal) {
        boolean known =
                peerKeys.stream().anyMatch(keys -> !keys.keysOf(refusal.peer()).isEmpty());
        return known
                ? limits.use(ofOne, refusal.peer().toString(), refusal.at())
                : limits.use(ofStrangers, "all", refusal.at());
    }
}
