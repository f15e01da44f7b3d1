package org.entente.node.agreements.negotiation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.negotiation.Move.Step;

/**
 * The talks about one version of an entente: a set of moves that only grows. Which text is on the table follows from the set
 * alone: that of the highest round, and of two in one round the one whose hash comes first. So two governments that
 * counter at once need nobody to decide between them.
 *
 * @param version of the entente that is talked about
 * @param base the hash of the document in force that a text would replace; "" when there is none
 * @param moves in an order in which each follows what it names
 * @param texts by hash
 */
public record Negotiation(int version, String base, List<Move> moves, Map<String, Entente> texts) {
    /** How long talks last after the last text was put on the table. */
    public static final Duration LIFETIME = Duration.ofDays(90);

    /** The most moves of all parties together. */
    public static final int MAX_MOVES = 512;

    /** The most texts of one party. */
    public static final int MAX_TEXTS = 16;

    private static final Comparator<Step> LATEST_THEN_FIRST_HASH =
            Comparator.comparing(Step::round).thenComparing(Step::document, Comparator.reverseOrder());

    public Negotiation {
        moves = List.copyOf(moves);
        texts = Map.copyOf(texts);
    }

    /** Talks in which nobody has said anything. */
    public static Negotiation none(int version, String base) {
        return new Negotiation(version, base, List.of(), Map.of());
    }

    /** Whether a move is among those that are known. */
    public boolean has(Move move) {
        return moves.stream().anyMatch(known -> known.hash().equals(move.hash()));
    }

    /**
     * Why a move cannot be taken.
     *
     * @param parties those who talk, by key
     */
    public Optional<Objection> objection(Move move, Map<String, Party> parties, Instant now) {
        Party party = parties.get(move.party());
        if (party == null) {
            return Optional.of(Objection.NOT_A_PARTY);
        }
        if (!move.isBy(party)) {
            return Optional.of(Objection.FORGED);
        }
        if (move.version() != version) {
            return Optional.of(Objection.OTHER_VERSION);
        }
        if (move.at().isAfter(now.plus(EntenteState.CLOCK_SKEW))) {
            return Optional.of(Objection.FROM_THE_FUTURE);
        }
        if (!moves.isEmpty() && move.at().isAfter(expiresAt())) {
            return Optional.of(Objection.EXPIRED);
        }
        if (!hasRoom(move, parties.size())) {
            return Optional.of(Objection.TOO_MANY_MOVES);
        }
        return follows(move.step()) ? Optional.empty() : Optional.of(Objection.TEXT_MISSING);
    }

    private boolean hasRoom(Move move, int parties) {
        List<Move> ofParty = moves.stream()
                .filter(known -> known.party().equals(move.party()))
                .toList();
        long proposed = ofParty.stream()
                .filter(known -> known.step() instanceof Step.Propose)
                .count();
        return ofParty.size() < MAX_MOVES / parties && !(move.step() instanceof Step.Propose && proposed >= MAX_TEXTS);
    }

    private boolean follows(Step step) {
        return switch (step) {
            case Step.Propose(var ignored, int round, String predecessor) ->
                round == 1 ? predecessor.equals(base) : isProposed(predecessor, round - 1);
            case Step.Agree(String document, int round) -> isProposed(document, round);
            case Step.Reject(String document, int round) -> isProposed(document, round);
        };
    }

    private boolean isProposed(String document, int round) {
        return proposals().anyMatch(step -> step.document().equals(document) && step.round() == round);
    }

    /**
     * Why the text that comes with a proposal cannot be put on the table.
     *
     * @param parties those who talk, by key
     */
    public Optional<Objection> objection(Entente text, Move move, Map<String, Party> parties) {
        boolean named = text.hash().equals(move.step().document())
                && text.id().equals(move.entente())
                && text.version() == version
                && text.supersedes().orElse("").equals(base);
        if (!named) {
            return Optional.of(Objection.OTHER_TEXT);
        }
        return whoTalk(text.parties()).equals(whoTalk(parties.values()))
                ? Optional.empty()
                : Optional.of(Objection.OTHER_PARTIES);
    }

    private static Set<List<Object>> whoTalk(Collection<Party> parties) {
        return parties.stream()
                .map(party -> List.<Object>of(party.key(), party.entity(), party.depositary()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** These talks and one more move, to which there is no objection; a proposal with its text. */
    public Negotiation with(Move move, Optional<Entente> text) {
        List<Move> more = new ArrayList<>(moves);
        more.add(move);
        Map<String, Entente> texts = new LinkedHashMap<>(this.texts);
        text.ifPresent(one -> texts.put(one.hash(), one));
        return new Negotiation(version, base, more, texts);
    }

    /** The text on the table; empty before anybody has said anything. */
    public Optional<Entente> onTable() {
        return latest().map(step -> texts.get(step.document()));
    }

    /** The last text that a party put on the table, whatever came after it. */
    public Optional<Entente> lastTextOf(String party) {
        return moves.stream()
                .filter(move -> move.party().equals(party))
                .map(Move::step)
                .filter(Step.Propose.class::isInstance)
                .max(Comparator.comparing(Step::round))
                .map(step -> texts.get(step.document()));
    }

    /** The round of the text on the table; 0 before the first. */
    public int round() {
        return latest().map(Step::round).orElse(0);
    }

    private Optional<Step.Propose> latest() {
        return proposals().max(LATEST_THEN_FIRST_HASH);
    }

    private Stream<Step.Propose> proposals() {
        return moves.stream()
                .map(Move::step)
                .filter(Step.Propose.class::isInstance)
                .map(Step.Propose.class::cast);
    }

    /** The keys of the parties that proposed the text on the table or agreed to it. */
    public Set<String> agreed() {
        return latest().map(table -> moves.stream()
                        .filter(move -> !(move.step() instanceof Step.Reject))
                        .filter(move -> move.step().document().equals(table.document())
                                && move.step().round() == table.round())
                        .map(Move::party)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    /** The keys of the parties that ended the talks over the text on the table; another text may open them again. */
    public Set<String> rejected() {
        return moves.stream()
                .filter(move -> move.step() instanceof Step.Reject)
                .filter(move -> latest().filter(
                                table -> table.document().equals(move.step().document())
                                        && table.round() == move.step().round())
                        .isPresent())
                .map(Move::party)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether nobody has ended them and they have not ended by themselves. */
    public boolean isOpenAt(Instant instant) {
        return rejected().isEmpty() && !moves.isEmpty() && instant.isBefore(expiresAt());
    }

    /** When the talks end by themselves: a while after the last text, whoever brought it. */
    public Instant expiresAt() {
        return moves.stream()
                .filter(move -> move.step() instanceof Step.Propose)
                .map(Move::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.plus(LIFETIME))
                .orElse(Instant.MAX);
    }

    /** The first text: it says between whom the first version of an entente is. */
    public Optional<Entente> opening() {
        return proposals().findFirst().map(step -> texts.get(step.document()));
    }

    /** The moves that somebody who has these lacks, in an order in which they can be taken. */
    public List<Move> beyond(Set<String> known) {
        return moves.stream().filter(move -> !known.contains(move.hash())).toList();
    }

    /** Those who talk, by key. */
    public static Map<String, Party> byKey(Collection<Party> parties) {
        return parties.stream().collect(Collectors.toMap(Party::key, Function.identity()));
    }
}
