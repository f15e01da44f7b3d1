package org.entente.node.agreements.held;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.negotiation.Negotiation;

/**
 * What is talked about: the first version of an entente, or the next one while another is in force.
 *
 * @param text on the table
 * @param signatures over that text
 * @param approvals the steps of our own approval of that text
 */
public record Talks(Negotiation negotiation, Entente text, Signatures signatures, List<Approval> approvals) {
    /**
     * A step of our own approval.
     *
     * @param step from 1 on, in the order of the party's path
     * @param officer who took it
     */
    public record Approval(int step, String officer, Instant at) {}

    public Talks {
        approvals = List.copyOf(approvals);
    }

    /** The keys of the parties that agree to the text; who has signed it agrees. */
    public Set<String> agreed() {
        Set<String> agreed = new TreeSet<>(negotiation.agreed());
        text.parties().stream().map(Party::key).filter(signatures::has).forEach(agreed::add);
        return agreed;
    }

    /** Whether all parties agree to the text. */
    public boolean isAgreed() {
        return agreed().size() == text.parties().size();
    }

    /** Whether it can still be countered, agreed to, approved and signed. */
    public boolean isOpenAt(Instant instant) {
        return negotiation.isOpenAt(instant);
    }

    /** Whether a step of our own approval has been taken. */
    public boolean isTaken(int step) {
        return approvals.stream().anyMatch(approval -> approval.step() == step);
    }

    /** How far a party has come that approves as we do. */
    Part part(Party us) {
        if (signatures.has(us.key())) {
            return Part.SIGNED;
        }
        return approvals.size() >= us.approval().size() ? Part.APPROVED : Part.PROPOSED;
    }
}
