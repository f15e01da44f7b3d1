package org.entente.node.agreements.rollover;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.FederationKeys;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides that the federation key be replaced: one officer asks, another confirms. */
@Component
public class RollKey {
    private final RollOvers rollOvers;
    private final FederationKeys federationKeys;
    private final Ledger ledger;
    private final Journal journal;
    private final Secrets secrets;

    RollKey(RollOvers rollOvers, FederationKeys federationKeys, Ledger ledger, Journal journal, Secrets secrets) {
        this.rollOvers = rollOvers;
        this.federationKeys = federationKeys;
        this.ledger = ledger;
        this.journal = journal;
        this.secrets = secrets;
    }

    /**
     * Asks for it; nothing changes yet.
     *
     * @param officer see {@link Officers}
     */
    @Transactional
    public RollOutcome ask(String officer, Instant now) {
        return rollOvers.ask(secrets.id(), officer, now) ? RollOutcome.DONE : RollOutcome.UNDER_WAY;
    }

    /** Confirms it: the next key is made, and the parties are told of it from then on. */
    @Transactional
    public RollOutcome confirm(String officer, Instant now) {
        ledger.open();
        Optional<RollOver> asked =
                rollOvers.underWay().filter(one -> one.confirmed().isEmpty());
        if (asked.isEmpty()) {
            return RollOutcome.NOT_ASKED;
        }
        if (asked.get().askedBy().equals(officer)) {
            return RollOutcome.SAME_OFFICER;
        }
        if (!rollOvers.confirm(asked.get().id(), officer, now)) {
            return RollOutcome.NOT_ASKED;
        }
        federationKeys.prepare(now);
        journal.record(
                "keys",
                "roll-over-confirmed",
                Json.newObject()
                        .put(
                                "next",
                                federationKeys.next().map(PublicJwk::thumbprint).orElseThrow()),
                now);
        return RollOutcome.DONE;
    }

    /** Takes back what has not been confirmed; afterwards there is no way back but another key. */
    @Transactional
    public RollOutcome takeBack() {
        return rollOvers.takeBack() ? RollOutcome.DONE : RollOutcome.NOT_ASKED;
    }
}
