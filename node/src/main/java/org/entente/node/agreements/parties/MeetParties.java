package org.entente.node.agreements.parties;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.held.OurApproval;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Role;
import org.entente.node.keys.Keys;
import org.entente.node.trust.Introduction;
import org.entente.node.trust.IntroductionOutcome;
import org.entente.node.trust.Trust;
import org.entente.protocols.jose.Jwks;
import org.springframework.stereotype.Component;

/** Learns who the parties of an entente are from themselves: this node from its own keys, others by introduction. */
@Component
public class MeetParties {
    private final Trust trust;
    private final Keys keys;
    private final OurApproval ourApproval;
    private final NodeIdentity node;

    MeetParties(Trust trust, Keys keys, OurApproval ourApproval, NodeIdentity node) {
        this.trust = trust;
        this.keys = keys;
        this.ourApproval = ourApproval;
        this.node = node;
    }

    /** What became of a meeting. */
    public sealed interface Meeting {
        /** Everybody is known. */
        record Met(Map<URI, PartyFacts> facts) implements Meeting {
            public Met {
                facts = Map.copyOf(facts);
            }
        }

        /** This one could not be introduced, or is no government. */
        record Absent(URI entity) implements Meeting {}

        /** This one states itself differently from the document: other keys, another authority or another jurisdiction. */
        record Differs(URI entity) implements Meeting {}
    }

    /** Asks each node for its configuration now. Not in a transaction, since it waits for the network. */
    public Meeting meet(Collection<URI> entities, Instant now) {
        return gather(entities, entity -> factsOf(entity, now));
    }

    /** As {@link #meet}, by what is known here; asks nobody. */
    public Meeting recall(Collection<URI> entities, Instant now) {
        return gather(
                entities,
                entity -> entity.equals(node.entityId())
                        ? Optional.of(ourselves())
                        : trust.peer(entity, now).flatMap(MeetParties::facts));
    }

    private static Meeting gather(Collection<URI> entities, Function<URI, Optional<PartyFacts>> source) {
        Map<URI, PartyFacts> facts = new LinkedHashMap<>();
        for (URI entity : entities) {
            Optional<PartyFacts> known = source.apply(entity);
            if (known.isEmpty()) {
                return new Meeting.Absent(entity);
            }
            facts.put(entity, known.get());
        }
        return new Meeting.Met(facts);
    }

    /** Compares a document's parties with what they publish now. */
    public Meeting compare(Collection<Party> parties, Instant now) {
        Meeting meeting = meet(parties.stream().map(Party::entity).toList(), now);
        if (meeting instanceof Meeting.Met(Map<URI, PartyFacts> facts)) {
            for (Party party : parties) {
                PartyFacts known = facts.get(party.entity());
                if (known == null || !known.match(party)) {
                    return new Meeting.Differs(party.entity());
                }
            }
        }
        return meeting;
    }

    /** What this node would state of itself. */
    public PartyFacts ourselves() {
        return new PartyFacts(
                node.jurisdiction(), keys.federationKeys(), keys.certificateAuthority(), ourApproval.steps());
    }

    /**
     * Whether the keys by which a party is stated are its own, as it publishes them and as far as that is known here; asks
     * nobody. What else is stated of it then stands under its own signature.
     */
    public boolean hasKeys(Party party, Instant now) {
        return knownKeys(party.entity(), now)
                .map(known -> known.keys().containsAll(party.keys().keys()))
                .orElse(false);
    }

    /** Whether a party is stated as it states itself, as far as that is known here; asks nobody. */
    public boolean isAsStated(Party party, Instant now) {
        return trust.peer(party.entity(), now)
                .flatMap(MeetParties::facts)
                .map(known -> known.match(party))
                .orElse(false);
    }

    private Optional<Jwks> knownKeys(URI entity, Instant now) {
        if (entity.equals(node.entityId())) {
            return Optional.of(ourselves().keys());
        }
        return switch (trust.acquaint(entity, now)) {
            case IntroductionOutcome.Introduced(Introduction introduction) -> Optional.of(introduction.keys());
            case IntroductionOutcome.NotIntroduced ignored -> Optional.empty();
        };
    }

    private Optional<PartyFacts> factsOf(URI entity, Instant now) {
        if (entity.equals(node.entityId())) {
            return Optional.of(ourselves());
        }
        return switch (trust.introduce(entity, now)) {
            case IntroductionOutcome.Introduced(Introduction introduction) -> facts(introduction);
            case IntroductionOutcome.NotIntroduced ignored ->
                trust.peer(entity, now).flatMap(MeetParties::facts);
        };
    }

    private static Optional<PartyFacts> facts(Introduction introduction) {
        if (introduction.role() != Role.GOVERNMENT) {
            return Optional.empty();
        }
        return introduction.credentialAuthorities().stream()
                .findFirst()
                .map(authority -> new PartyFacts(introduction.jurisdiction(), introduction.keys(), authority));
    }
}
