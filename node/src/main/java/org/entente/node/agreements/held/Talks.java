package org.entente.node.agreements.held;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.negotiation.Negotiation;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;

/**
 * What is talked about: the first version of an entente, or the next one while another is in force.
 *
 * @param text on the table
 * @param signatures over that text
 * @param ours how this government approves it
 * @param approvals those of these steps that have been taken; what was taken under other steps is none of them
 */
public record Talks(Negotiation negotiation, Entente text, Signatures signatures, Path ours, List<Approval> approvals) {
    /**
     * A step of our own approval.
     *
     * @param step from 1 on, in the order of the party's path
     * @param officer who took it
     */
    public record Approval(int step, String officer, Instant at) {}

    /**
     * The steps by which this government approves a text, in order.
     *
     * @param steps none when it is no party to it
     */
    public record Path(List<Party.Approval> steps, Source source) {
        public Path {
            steps = List.copyOf(steps);
        }

        /** What names these steps: SHA-256 of their canonical form, base64url. A step that was taken counts under no other. */
        String hash() {
            byte[] canonical = Json.canonical(Draft.write(steps));
            return Secrets.base64url(Secrets.hash(new String(canonical, StandardCharsets.UTF_8)));
        }

        /**
         * By which steps a government approves a text: by those of its settings; else by those that it has stated itself, in
         * the entente in force, or in the last of its own texts; else by two officers. Of the entente in force counts what it
         * stated in its own instrument, or what it approved that text by: others may have written the rest.
         *
         * @param taken the paths by which steps were taken for the text in force, by their hashes
         */
        static Path of(
                OurApproval ours, EntenteState chain, Negotiation negotiation, Entente text, Collection<String> taken) {
            Optional<Party> us = stated(text.parties(), ours.entity());
            if (us.isEmpty()) {
                return new Path(List.of(), Source.TWO_OFFICERS);
            }
            if (ours.isStated()) {
                return new Path(ours.steps(), Source.SETTINGS);
            }
            return inForce(ours, chain, taken)
                    .or(() -> negotiation
                            .lastTextOf(us.get().key())
                            .flatMap(own -> stated(own.parties(), ours.entity()))
                            .map(party -> new Path(party.approval(), Source.OWN_TEXT)))
                    .orElseGet(() -> new Path(ours.steps(), Source.TWO_OFFICERS));
        }

        private static Optional<Path> inForce(OurApproval ours, EntenteState chain, Collection<String> taken) {
            if (!chain.hasEntered()) {
                return Optional.empty();
            }
            return chain.members().values().stream()
                    .filter(member -> member.party().entity().equals(ours.entity()))
                    .flatMap(member -> {
                        Path path = new Path(member.party().approval(), Source.IN_FORCE);
                        boolean own =
                                !member.instrument().equals(chain.entente().hash());
                        return own || taken.contains(path.hash()) ? Stream.of(path) : Stream.empty();
                    })
                    .findFirst();
        }

        private static Optional<Party> stated(Collection<Party> parties, URI entity) {
            return parties.stream()
                    .filter(party -> party.entity().equals(entity))
                    .findFirst();
        }
    }

    /** Whose word the steps are. */
    public enum Source {
        /** The operator's, in the settings of the node. */
        SETTINGS,
        /** Ours, in the entente in force. */
        IN_FORCE,
        /** Ours, in the last text that we put on the table. */
        OWN_TEXT,
        /** Nobody's: where a government has stated nothing, two officers approve. */
        TWO_OFFICERS;

        /** Its name in the API, and the end of its key in the catalogue. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Talks {
        approvals = List.copyOf(approvals);
    }

    /** The steps by which this government approves the text, in order; none when it is no party to it. */
    public List<Party.Approval> path() {
        return ours.steps();
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
        return approvals.size() >= path().size();
    }

    /** Whether the text states other steps for a party than those by which it approves. */
    public boolean restates(Party us) {
        return !us.approval().equals(path());
    }

    /** How far we have come, as this party. */
    Part part(Party us) {
        if (signatures.has(us.key())) {
            return Part.SIGNED;
        }
        return isApproved() ? Part.APPROVED : Part.PROPOSED;
    }
}
