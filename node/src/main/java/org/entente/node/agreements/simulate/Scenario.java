package org.entente.node.agreements.simulate;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Ordering;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An entente as it would be after some changes, and what it would say. */
final class Scenario {
    /** The organisation of a government that only a scenario knows. */
    static final String NEWCOMER = "newcomer";

    /** The code of the error that a government of that kind may not join. */
    static final String NOT_OPEN = "not_open";

    private final EntenteState state;
    private final List<Change> changes;
    private final Map<String, Integer> levels;

    private Scenario(EntenteState state, List<Change> changes, Map<String, Integer> levels) {
        this.state = state;
        this.changes = List.copyOf(changes);
        this.levels = Map.copyOf(levels);
    }

    /** What a scenario answers. */
    record Verdict(boolean permitted, String step, Text reason) {}

    /**
     * A text with changes, among the members of a state.
     *
     * @throws ProtocolError {@code invalid_entente} when a change leaves no valid document, {@code not_open} when nobody of a
     *     kind may join
     */
    static Scenario of(EntenteState members, Entente text, List<Change> changes) {
        Map<String, Integer> levels = text.clauses(Clause.Recognise.class)
                .collect(Collectors.toMap(Clause::number, Clause.Recognise::assuranceLevel));
        ObjectNode json = text.json();
        Map<String, Member> all = new LinkedHashMap<>(members.members());
        text.parties().forEach(party -> all.putIfAbsent(party.key(), Member.since(party, text.hash(), Instant.MIN)));
        for (Change change : changes) {
            switch (change) {
                case Change.Drops(ClaimPath claim) -> drop(json, claim);
                case Change.Joins(String party, Jurisdiction.Kind kind, int level) -> {
                    if (!text.accession().kinds().contains(kind)) {
                        throw new ProtocolError(NOT_OPEN, "the entente is not open to a government of that kind");
                    }
                    all.put(party, Member.since(newcomer(party, kind, level, text), text.hash(), Instant.MIN));
                }
                case Change.Raises _, Change.Rotates _, Change.Expires _ -> {}
            }
        }
        Entente changed = Entente.parse(json);
        return new Scenario(
                new EntenteState(
                        changed,
                        1,
                        changed.hash(),
                        Instant.MIN,
                        all,
                        members.suspensions(),
                        Set.of(),
                        Set.of(),
                        Ordering.NONE),
                changes,
                levels);
    }

    /** What is wholly dropped leaves the document; where a part goes of what a clause permits, each question is looked at. */
    private static void drop(ObjectNode json, ClaimPath claim) {
        for (JsonNode clause : json.path("clauses")) {
            if (clause.path("maximum_claims") instanceof ArrayNode maximum) {
                maximum.removeIf(one -> claim.covers(ClaimPath.parse(one.path("path"))));
                if (maximum.isEmpty()) {
                    throw new ProtocolError("invalid_entente", "a clause would permit no claim at all");
                }
            }
        }
    }

    private static Party newcomer(String key, Jurisdiction.Kind kind, int level, Entente text) {
        Set<String> types = text.clauses(Clause.Recognise.class)
                .filter(clause -> clause.assuranceLevel() <= level)
                .map(Clause.Recognise::credentialType)
                .collect(Collectors.toSet());
        Party model = text.depositary();
        return new Party(
                key,
                URI.create("https://" + key.toLowerCase(Locale.ROOT) + ".invalid"),
                new Text(key, key),
                kind,
                false,
                model.keys(),
                model.credentialAuthority(),
                List.of(new Party.Issuer(NEWCOMER, types)),
                List.of());
    }

    EntenteState state() {
        return state;
    }

    /** What it says to a question: the ruling, and after it what lies outside of the document. */
    Verdict judge(Question question, Instant at) {
        Ruling ruling = Rulings.rule(question, List.of(HeldEntente.known(state)), at);
        return switch (ruling) {
            case Ruling.Refused refused -> new Verdict(false, refused.step().id(), refused.reason());
            case Ruling.Permitted permitted ->
                changes.stream()
                        .filter(change -> stops(change, permitted.clause(), question, at))
                        .findFirst()
                        .map(change -> new Verdict(false, name(change), because(change)))
                        .orElseGet(() -> new Verdict(true, "", permitted.reason()));
        };
    }

    private boolean stops(Change change, String clause, Question question, Instant at) {
        return switch (change) {
            case Change.Raises(int level) -> levels.getOrDefault(clause, 0) < level;
            case Change.Rotates(String party) -> issues(party, question);
            case Change.Expires(String party, Instant end) -> issues(party, question) && !at.isBefore(end);
            case Change.Drops(ClaimPath claim) -> question.claims().stream().anyMatch(claim::overlaps);
            case Change.Joins _ -> false;
        };
    }

    private boolean issues(String party, Question question) {
        return state.owner(question.issuer())
                .filter(member -> member.party().key().equals(party))
                .isPresent();
    }

    private static String name(Change change) {
        return switch (change) {
            case Change.Raises _ -> "assurance";
            case Change.Rotates _ -> "authority";
            case Change.Expires _ -> "status-list";
            case Change.Drops _ -> RulingStep.CLAIMS.id();
            case Change.Joins _ -> throw new IllegalStateException("is part of the document");
        };
    }

    private static Text because(Change change) {
        return Messages.ofProgram().text("agreements.what-if.because." + name(change));
    }
}
