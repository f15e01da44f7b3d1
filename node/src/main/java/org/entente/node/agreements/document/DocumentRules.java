package org.entente.node.agreements.document;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.kernel.Origins;
import org.entente.protocols.ProtocolError;

/** What must be true of a document beyond the shape of its parts. */
final class DocumentRules {
    private DocumentRules() {}

    /** @throws ProtocolError {@code invalid_entente} with the first rule that the document breaks */
    static void require(DocumentContent content) {
        requireThat((content.version() == 1) == content.supersedes().isEmpty(), "only version 1 supersedes nothing");
        requireThat(
                content.term().from().isBefore(content.term().until()), "an entente ends after it has come into force");
        requireParties(content);
        Set<String> paragraphs = requireUnique(
                content.paragraphs().stream().map(Paragraph::number), "two paragraphs have the same number");
        requireThat(paragraphs.contains(content.accession().paragraph()), "no paragraph says how a government accedes");
        requireClauses(content, paragraphs);
    }

    private static void requireParties(DocumentContent content) {
        List<Party> parties = content.parties();
        requireUnique(parties.stream().map(Party::key), "two parties have the same key");
        requireUnique(parties.stream().map(Party::entity), "two parties have the same entity identifier");
        requireUnique(
                parties.stream().flatMap(party -> party.keys().keys().stream()), "two parties share a federation key");
        requireUnique(parties.stream().map(Party::credentialAuthority), "two parties share a credential authority");
        requireThat(
                content.suspensionQuorum() <= Math.max(2, parties.size() - 1),
                "more parties would have to suspend one than there are others");
        List<Party> depositaries = parties.stream().filter(Party::depositary).toList();
        requireThat(
                depositaries.size() == 1
                        && (content.version() > 1
                                || depositaries.getFirst().entity().equals(Origins.of(content.id()))),
                "one party is the depositary, and the entente's address is on the node of the first one");
    }

    private static void requireClauses(DocumentContent content, Set<String> paragraphs) {
        List<Clause> clauses = content.clauses();
        requireUnique(clauses.stream().map(Clause::number), "two clauses have the same number");
        requireThat(
                clauses.stream()
                        .allMatch(clause -> paragraphs.contains(clause.head().paragraph())),
                "a clause implements a paragraph that is not there");
        requireThat(count(clauses, Clause.NoPersonalInformation.class) == 1, "one clause forbids personal information");
        requireThat(count(clauses, Clause.Exit.class) == 1, "one clause says how a party leaves");
        Set<String> keys = content.parties().stream().map(Party::key).collect(Collectors.toUnmodifiableSet());
        requireThat(
                clauses.stream().allMatch(clause -> keys.contains(clause.head().party())),
                "a clause is accountable to no party");
        for (Clause clause : clauses) {
            switch (clause) {
                case Clause.Recognise recognise -> requireRecognise(recognise, keys);
                case Clause.Exit exit ->
                    requireThat(paragraphs.containsAll(exit.survival()), "a paragraph that survives is not there");
                case Clause.NoPersonalInformation ignored -> {}
                case Clause.ServiceLevel ignored -> {}
                case Clause.Carried carried -> requireCarried(carried, keys);
            }
        }
    }

    private static void requireRecognise(Clause.Recognise clause, Set<String> keys) {
        requireUnique(clause.purposes().stream().map(Purpose::id), "a clause names a purpose twice");
        requireThat(
                Stream.of(clause.issuers(), clause.verifiers())
                        .flatMap(reach -> named(reach).stream())
                        .allMatch(organisation -> keys.contains(organisation.party())),
                "a clause names an organisation of no party");
    }

    private static void requireCarried(Clause.Carried clause, Set<String> keys) {
        Stream<String> named = Stream.concat(
                Stream.of("from", "to", "party")
                        .filter(clause.members()::has)
                        .map(member -> clause.members().path(member).stringValue()),
                clause.members()
                        .path("authorities")
                        .valueStream()
                        .map(authority -> authority.path("party").stringValue()));
        requireThat(named.allMatch(keys::contains), "a clause names no party");
        if (clause.kind().equals("cost")) {
            int percent = Stream.of("equal_percent", "population_percent", "usage_percent")
                    .mapToInt(share -> clause.members().path(share).intValue())
                    .sum();
            requireThat(percent == 100, "the shares of a cost make 100 %");
        }
    }

    private static Collection<OrganisationRef> named(Reach reach) {
        return switch (reach) {
            case Reach.Named(Set<OrganisationRef> organisations) -> organisations;
            case Reach.AllParties(), Reach.OtherParties() -> List.of();
        };
    }

    private static long count(List<Clause> clauses, Class<? extends Clause> kind) {
        return clauses.stream().filter(kind::isInstance).count();
    }

    private static <T> Set<T> requireUnique(Stream<T> values, String otherwise) {
        Set<T> seen = new HashSet<>();
        requireThat(values.allMatch(seen::add), otherwise);
        return seen;
    }

    private static void requireThat(boolean holds, String otherwise) {
        if (!holds) {
            throw new ProtocolError("invalid_entente", otherwise);
        }
    }
}
