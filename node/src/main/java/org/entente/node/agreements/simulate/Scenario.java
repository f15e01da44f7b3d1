package org.entente.node.agreements.simulate;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The code of the error that a government that joins is a party already. */
    static final String ALREADY = "already_party";

    private static final String ASSURANCE = "assurance";

    private final EntenteState state;
    private final List<Change> changes;
    private final Levels levels;
    private final Map<Integer, EntenteState> upTo = new HashMap<>();

    private Scenario(EntenteState state, List<Change> changes, Levels levels) {
        this.state = state;
        this.changes = List.copyOf(changes);
        this.levels = levels;
    }

    /** What a scenario answers. */
    record Verdict(boolean permitted, String step, Text reason) {}

    /**
     * A text with changes, among the members of a state.
     *
     * @throws ProtocolError {@code invalid_entente} when a change leaves no valid document, {@code not_open} when nobody of a
     *     kind may join, {@code already_party} when who joins is one
     */
    static Scenario of(EntenteState members, Entente text, List<Change> changes) {
        ObjectNode json = text.json();
        Map<String, Integer> joining = new HashMap<>();
        Map<String, Member> all = new LinkedHashMap<>(members.members());
        if (!text.hash().equals(members.entente().hash())) {
            text.parties().forEach(party -> restate(all, party, text));
        }
        for (Change change : changes) {
            switch (change) {
                case Change.Drops(ClaimPath claim) -> drop(json, claim);
                case Change.Joins(String party, Jurisdiction.Kind kind, int level) -> {
                    if (!text.accession().kinds().contains(kind)) {
                        throw new ProtocolError(NOT_OPEN, "the entente is not open to a government of that kind");
                    }
                    if (Optional.ofNullable(all.get(party))
                            .filter(one -> !one.isLeaving())
                            .isPresent()) {
                        throw new ProtocolError(ALREADY, "the government is a party already");
                    }
                    joining.put(party, level);
                    all.put(party, Member.since(newcomer(party, kind, level, text), text.hash(), Instant.MIN));
                }
                case Change.Raises _, Change.Rotates _, Change.Expires _ -> {}
            }
        }
        EntenteState after = state(Entente.parse(json), all, members);
        return new Scenario(after, changes, new Levels(members, after, joining));
    }

    /** A party as another text states it, as that text's entry into force would; since when and until when it is bound stays. */
    private static void restate(Map<String, Member> all, Party party, Entente text) {
        all.merge(
                party.key(),
                Member.since(party, text.hash(), Instant.MIN),
                (before, ignored) -> before.restated(party, text.hash()));
    }

    private static EntenteState state(Entente text, Map<String, Member> members, EntenteState like) {
        return new EntenteState(
                text, 1, text.hash(), Instant.MIN, members, like.suspensions(), Set.of(), Set.of(), Ordering.NONE);
    }

    /** What is wholly dropped leaves the document; where a part goes of what a clause permits, each question is looked at. */
    private static void drop(ObjectNode json, ClaimPath claim) {
        for (JsonNode clause : json.path("clauses")) {
            if (clause.path("maximum_claims") instanceof ArrayNode maximum) {
                maximum.removeIf(one -> claim.covers(ClaimPath.parseMembers(one.path("path"))));
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

    /** What could be asked because of those who join. */
    Stream<NewcomerQuestions.Asked> newcomerQuestions() {
        List<ClaimPath> dropped = changes.stream()
                .flatMap(change -> change instanceof Change.Drops(ClaimPath claim) ? Stream.of(claim) : Stream.empty())
                .toList();
        return changes.stream()
                .flatMap(change -> change instanceof Change.Joins joins ? Stream.of(joins.party()) : Stream.empty())
                .flatMap(party -> new NewcomerQuestions(state, party, dropped).all());
    }

    /** What it says to a question: the ruling, and after it what lies outside of the document. */
    Verdict judge(Question question, Instant at) {
        Ruling ruling = Rulings.rule(question, List.of(HeldEntente.known(state)), at);
        return switch (ruling) {
            case Ruling.Refused refused -> new Verdict(false, refused.step().id(), refused.reason());
            case Ruling.Permitted permitted ->
                changes.stream()
                        .filter(change -> stops(change, question, at))
                        .findFirst()
                        .map(change -> new Verdict(false, name(change), because(name(change))))
                        .orElseGet(() -> atItsLevel(permitted, question, at));
        };
    }

    /** A question that a clause permits is refused all the same if the issuer reaches the level of no clause that does. */
    private Verdict atItsLevel(Ruling.Permitted permitted, Question question, Instant at) {
        int reached = levels.reached(question.issuer(), question.credentialType());
        Ruling ruling = Rulings.rule(
                question, List.of(HeldEntente.known(upTo.computeIfAbsent(reached, this::withClausesUpTo))), at);
        return ruling instanceof Ruling.Permitted
                ? new Verdict(true, "", permitted.reason())
                : new Verdict(false, ASSURANCE, because(ASSURANCE));
    }

    /** The text with those clauses alone that demand no more than a level. */
    private EntenteState withClausesUpTo(int level) {
        if (state.entente().clauses(Clause.Recognise.class).allMatch(clause -> demanded(clause) <= level)) {
            return state;
        }
        Set<String> beyond = state.entente()
                .clauses(Clause.Recognise.class)
                .filter(clause -> demanded(clause) > level)
                .map(Clause::number)
                .collect(Collectors.toSet());
        ObjectNode json = state.entente().json();
        json.putArray("golden_cases");
        ((ArrayNode) json.path("clauses"))
                .removeIf(clause -> beyond.contains(clause.path("number").asString("")));
        return state(Entente.parse(json), state.members(), state);
    }

    private int demanded(Clause.Recognise clause) {
        return changes.stream()
                .mapToInt(change -> change instanceof Change.Raises(int level) ? level : 0)
                .reduce(clause.assuranceLevel(), Math::max);
    }

    private boolean stops(Change change, Question question, Instant at) {
        return switch (change) {
            case Change.Rotates(String party) -> issues(party, question);
            case Change.Expires(String party, Instant end) -> issues(party, question) && !at.isBefore(end);
            case Change.Drops(ClaimPath claim) -> question.claims().stream().anyMatch(claim::overlaps);
            case Change.Joins _, Change.Raises _ -> false;
        };
    }

    private boolean issues(String party, Question question) {
        return state.owner(question.issuer())
                .filter(member -> member.party().key().equals(party))
                .isPresent();
    }

    private static String name(Change change) {
        return switch (change) {
            case Change.Rotates _ -> "authority";
            case Change.Expires _ -> "status-list";
            case Change.Drops _ -> RulingStep.CLAIMS.id();
            case Change.Joins _, Change.Raises _ -> throw new IllegalStateException("stops nothing by itself");
        };
    }

    private static Text because(String what) {
        return Messages.ofProgram().text("agreements.what-if.because." + what);
    }
}
