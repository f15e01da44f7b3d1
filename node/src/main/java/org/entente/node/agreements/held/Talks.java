package org.entente.node.agreements.held;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.negotiation.Negotiation;

/**
 * What is talked about: the first version of an entente, or the next one while another is in force.
 *
 * @param text on the table
 * @param signatures over that text
 * @param path the steps by which this government approves it; empty when it is no party to it
 * @param approvals those of them that have been taken
 */
public record Talks(
        Negotiation negotiation,
        Entente text,
        Signatures signatures,
        List<Party.Approval> path,
        List<Approval> approvals) {
    /**
     * A step of our own approval.
     *
     * @param step from 1 on, in the order of the party's path
     * @param officer who took it
     */
    public record Approval(int step, String officer, Instant at) {}

    public Talks {
        path = List.copyOf(path);
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

    /** Whether every step of our own approval has been taken. */
    public boolean isApproved() {
        return approvals.size() >= path.size();
    }

    /** Whether the text states other steps for a party than those by which it approves. */
    public boolean restates(Party us) {
        return !us.approval().equals(path);
    }

    /** How far we have come, as this party. */
    Part part(Party us) {
        if (signatures.has(us.key())) {
            return Part.SIGNED;
        }
        return isApproved() ? Part.APPROVED : Part.PROPOSED;
    }

    /**
     * By which steps a government approves a text: by those that it has stated itself, in the entente in force, or in the last of
     * its own texts of the first version. What a text of others states for it holds once the text is in force, and not to bring it
     * there; only who has stated nothing takes the text's.
     */
    static List<Party.Approval> path(EntenteState chain, Negotiation negotiation, Entente text, URI us) {
        return stated(text.parties(), us)
                .map(inText -> chain.hasEntered()
                        ? stated(chain.parties(), us).orElse(inText)
                        : negotiation
                                .lastTextOf(inText.key())
                                .flatMap(own -> stated(own.parties(), us))
                                .orElse(inText))
                .map(Party::approval)
                .orElseGet(List::of);
    }

    private static Optional<Party> stated(Collection<Party> parties, URI entity) {
        return parties.stream().filter(party -> party.entity().equals(entity)).findFirst();
    }
}
