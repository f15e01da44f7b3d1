package org.entente.node.agreements.conclude;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Approvals;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Deed;
import org.entente.node.agreements.held.Deeds;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Talks;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that this government's own authority takes a step of its approval: the steps and offices that it has stated, see {@link Talks#path}, in
 * their order, and another officer where it says so. Stays here: only the signature crosses.
 */
@Component
public class ApproveEntente {
    private final Ledger ledger;
    private final Ententes ententes;
    private final Approvals approvals;
    private final Deeds deeds;
    private final Events events;
    private final NodeIdentity node;

    ApproveEntente(
            Ledger ledger, Ententes ententes, Approvals approvals, Deeds deeds, Events events, NodeIdentity node) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.approvals = approvals;
        this.deeds = deeds;
        this.events = events;
        this.node = node;
    }

    /**
     * What an officer takes.
     *
     * @param document the hash of the text that the officer has read
     * @param step from 1 on
     * @param officer who takes it; opaque, the same for the same person or script
     */
    public record Approving(String document, int step, String officer) {}

    /** Takes a step; once is enough. */
    @Transactional
    public ApproveOutcome approve(String name, Approving approving, Instant now) {
        ledger.open();
        Optional<Held> held = ententes.find(name);
        Optional<Talks> talks = held.flatMap(Held::talks);
        if (talks.isEmpty()) {
            return new ApproveOutcome.NotFound();
        }
        if (!talks.get().isOpenAt(now)) {
            return new ApproveOutcome.Closed();
        }
        if (!talks.get().text().hash().equals(approving.document())) {
            return new ApproveOutcome.OtherText();
        }
        return talks.get().isAgreed() ? approve(talks.get(), approving, now) : new ApproveOutcome.NotAgreed();
    }

    private ApproveOutcome approve(Talks talks, Approving approving, Instant now) {
        Party us = talks.text().parties().stream()
                .filter(party -> party.entity().equals(node.entityId()))
                .findFirst()
                .orElseThrow();
        int step = approving.step();
        if (step < 1 || step > talks.path().size()) {
            return new ApproveOutcome.NotFound();
        }
        if (talks.isTaken(step)) {
            return new ApproveOutcome.Done();
        }
        if (step > 1 && !talks.isTaken(step - 1)) {
            return new ApproveOutcome.TooEarly();
        }
        boolean same =
                talks.approvals().stream().anyMatch(earlier -> earlier.officer().equals(approving.officer()));
        if (same && talks.path().get(step - 1).byAnother()) {
            return new ApproveOutcome.SameOfficer();
        }
        approvals.add(talks.text(), talks.ours(), step, approving.officer(), now);
        deeds.note(talks.text().name(), Deed.Kind.APPROVED, talks.text().hash(), By.one(approving.officer()), now);
        if (step == talks.path().size()) {
            events.note(talks.text(), Events.What.APPROVED, us.key(), now);
        }
        return new ApproveOutcome.Done();
    }
}
