package org.entente.node.agreements.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.OrganisationRef;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.kernel.Text;

/**
 * Who accepts what from whom, clause by clause.
 *
 * @param parties in the order in which they came
 */
public record Recognitions(List<Text> parties, List<Line> lines) {
    /**
     * One government accepts one type of another's.
     *
     * @param from the place of the issuing government in {@link #parties}
     * @param to the place of the accepting one
     * @param stopped whether a suspension stops all of it
     */
    public record Line(int from, int to, String credentialType, String clause, boolean stopped) {}

    /** The numbers of the clauses under which one government accepts from another. */
    public record Way(int from, int to, List<String> clauses, boolean stopped) {}

    private record Pair(int from, int to) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return from == other.from ? Integer.compare(to, other.to) : Integer.compare(from, other.from);
        }
    }

    static Recognitions of(Held held, Instant now) {
        List<Party> parties = held.chain().parties().stream()
                .filter(party -> held.chain()
                        .member(party.key())
                        .map(one -> one.isRecognisedAt(now))
                        .orElse(true))
                .toList();
        List<Line> lines = new ArrayList<>();
        held.entente()
                .clauses(Clause.Recognise.class)
                .filter(clause -> held.entente().counts(clause, now))
                .forEach(clause -> {
                    for (int to = 0; to < parties.size(); to++) {
                        for (int from = 0; from < parties.size(); from++) {
                            if (accepts(clause, parties.get(to), parties.get(from))) {
                                boolean stopped = isStopped(held.state(), clause, parties.get(to), parties.get(from));
                                lines.add(new Line(from, to, clause.credentialType(), clause.number(), stopped));
                            }
                        }
                    }
                });
        return new Recognitions(parties.stream().map(Party::name).toList(), List.copyOf(lines));
    }

    /**
     * Those of several ententes in one picture: a government that is a party to two stands in it once.
     *
     * @param number what stands for the clause's number
     */
    static Recognitions together(List<Held> all, ToIntFunction<Held> number, Instant now) {
        List<Text> parties = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Held held : all) {
            Recognitions one = of(held, now);
            one.parties().stream().filter(party -> !parties.contains(party)).forEach(parties::add);
            one.lines().stream()
                    .map(line -> new Line(
                            parties.indexOf(one.parties().get(line.from())),
                            parties.indexOf(one.parties().get(line.to())),
                            line.credentialType(),
                            String.valueOf(number.applyAsInt(held)),
                            line.stopped()))
                    .distinct()
                    .forEach(lines::add);
        }
        return new Recognitions(List.copyOf(parties), List.copyOf(lines));
    }

    private static boolean accepts(Clause.Recognise clause, Party by, Party from) {
        return switch (clause.verifiers()) {
                    case Reach.AllParties() -> true;
                    case Reach.OtherParties() -> !by.equals(from);
                    case Reach.Named(var organisations) -> names(organisations, by);
                }
                && switch (clause.issuers()) {
                    case Reach.AllParties() -> issues(from, clause.credentialType());
                    case Reach.OtherParties() -> !by.key().equals(from.key()) && issues(from, clause.credentialType());
                    case Reach.Named(var organisations) ->
                        organisations.stream()
                                .filter(one -> one.party().equals(from.key()))
                                .anyMatch(one ->
                                        from.issues(from.organisation(one.organisation()), clause.credentialType()));
                };
    }

    private static boolean names(Iterable<OrganisationRef> organisations, Party party) {
        for (OrganisationRef one : organisations) {
            if (one.party().equals(party.key())) {
                return true;
            }
        }
        return false;
    }

    private static boolean issues(Party party, String credentialType) {
        return party.issuers().stream()
                .anyMatch(issuer -> issuer.credentialTypes().contains(credentialType));
    }

    private static boolean isStopped(EntenteState state, Clause.Recognise clause, Party by, Party from) {
        String type = clause.credentialType();
        return state.suspensions().values().stream()
                .map(suspension -> suspension.target())
                .anyMatch(target -> target.stopsAcceptanceOfAll(by.key(), type)
                        || from.issuers().stream()
                                .filter(issuer -> issuer.credentialTypes().contains(type))
                                .map(issuer -> from.organisation(issuer.organisation()))
                                .allMatch(issuer -> target.stopsIssuance(from.key(), issuer, type)
                                        || target.stopsAcceptance(by.key(), issuer, type)));
    }

    /** The lines gathered by pair, for the drawing; what a government accepts of itself is left out. */
    List<Way> ways() {
        Map<Pair, List<Line>> pairs = new TreeMap<>();
        lines.stream()
                .filter(line -> line.from() != line.to())
                .forEach(line -> pairs.computeIfAbsent(new Pair(line.from(), line.to()), ignored -> new ArrayList<>())
                        .add(line));
        return pairs.entrySet().stream()
                .map(entry -> new Way(
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getValue().stream().map(Line::clause).distinct().toList(),
                        entry.getValue().stream().allMatch(Line::stopped)))
                .toList();
    }

    /** The drawing; without nodes when there are more governments than can be told apart in one. */
    public Drawing drawing() {
        return Drawing.of(this);
    }
}
