package org.entente.node.agreements.page;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Recognition;
import org.entente.node.kernel.Text;

/**
 * Who accepts what from whom, clause by clause, as a ruling of the same moment says.
 *
 * @param governments in the order in which they came
 */
public record Recognitions(List<Government> governments, List<Line> lines) {
    /** A government in the picture: the same one wherever its node is the same. */
    public record Government(URI entity, String key, Text name) {
        private static Government of(Party party) {
            return new Government(party.entity(), party.key(), party.name());
        }
    }

    /**
     * One government accepts one type of another's.
     *
     * @param from the place of the issuing government in {@link #governments}
     * @param to the place of the accepting one
     */
    public record Line(int from, int to, String credentialType, String clause, State state) {
        /** Whether nothing of it is accepted now. */
        public boolean stopped() {
            return state != State.AGREED;
        }
    }

    /** Whether what a clause says is so now. */
    public enum State {
        AGREED,
        /** A suspension stops it for every issuer that the clause means. */
        SUSPENDED,
        /** This node has not compared the keys of one of both with those that it publishes. */
        UNCONFIRMED,
        /** For longer than the clause allows, this node has not heard whether something was suspended. */
        OUT_OF_TOUCH,
        /** What this node holds is not what the others hold. */
        OUT_OF_STEP;

        /** The name in interfaces and in the catalogue. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The numbers of the clauses under which one government accepts from another. */
    public record Way(int from, int to, List<String> clauses, boolean stopped) {}

    private record Pair(int from, int to) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return from == other.from ? Integer.compare(to, other.to) : Integer.compare(from, other.from);
        }
    }

    public Recognitions {
        governments = List.copyOf(governments);
        lines = List.copyOf(lines);
    }

    /**
     * Those of one entente; of one that is not in force yet, as it would be; before its term, as at its beginning, of which
     * nobody can have heard yet.
     *
     * @param confirmedAt until when others have shown that it stands as it is held here
     */
    public static Recognitions of(Held held, Instant confirmedAt, Instant now) {
        Instant begins = held.entente().term().from();
        boolean ahead = now.isBefore(begins);
        HeldEntente entente = held.chain().hasEntered()
                ? held.forRulings(ahead ? Instant.MAX : confirmedAt)
                : HeldEntente.known(GoldenCases.asSigned(held.entente()));
        return new Reader(entente, ahead ? begins : now).read();
    }

    /** Reads one entente at one moment. */
    private static final class Reader {
        private final HeldEntente held;
        private final Instant now;
        private final Recognition recognition;
        private final List<Member> members;
        private final List<Line> lines = new ArrayList<>();

        Reader(HeldEntente held, Instant now) {
            this.held = held;
            this.now = now;
            this.recognition = new Recognition(held, now);
            this.members = held.state().members().values().stream()
                    .filter(member -> member.isRecognisedAt(now))
                    .toList();
        }

        Recognitions read() {
            if (held.state().entente().term().contains(now)) {
                held.state()
                        .entente()
                        .clauses(Clause.Recognise.class)
                        .filter(clause -> held.state().entente().counts(clause, now))
                        .forEach(this::read);
            }
            return new Recognitions(
                    members.stream().map(Member::party).map(Government::of).toList(), lines);
        }

        /** Who has left accepts nothing, though what it issued is recognised for some time. */
        private void read(Clause.Recognise clause) {
            for (Member to : members) {
                if (to.isBoundAt(now) && Recognition.letsAsk(clause, to.party())) {
                    Map<Member, List<Recognition.IssuerOf>> issuers = new LinkedHashMap<>();
                    recognition
                            .issuers(clause, to)
                            .filter(issuer -> members.contains(issuer.member()))
                            .forEach(issuer -> issuers.computeIfAbsent(issuer.member(), ignored -> new ArrayList<>())
                                    .add(issuer));
                    issuers.forEach((from, named) -> lines.add(new Line(
                            members.indexOf(from),
                            members.indexOf(to),
                            clause.credentialType(),
                            clause.number(),
                            state(clause, to, named))));
                }
            }
        }

        /** The first step at which a ruling stops, in its order. */
        private State state(Clause.Recognise clause, Member to, List<Recognition.IssuerOf> named) {
            if (!held.inStep()) {
                return State.OUT_OF_STEP;
            }
            List<Recognition.IssuerOf> accepted = named.stream()
                    .filter(issuer ->
                            recognition.accepts(to, issuer.member(), issuer.address(), clause.credentialType()))
                    .toList();
            if (!accepted.isEmpty()) {
                return accepted.stream().anyMatch(issuer -> recognition.isConfirmed(clause, to, issuer.member()))
                        ? State.AGREED
                        : State.OUT_OF_TOUCH;
            }
            boolean confirmed = held.confirms(to)
                    && named.stream().map(Recognition.IssuerOf::member).allMatch(held::confirms);
            return confirmed ? State.SUSPENDED : State.UNCONFIRMED;
        }
    }

    /**
     * Those of several ententes in one picture: a government that is a party to two stands in it once.
     *
     * @param number what stands for the clause's number
     * @param confirmedAt until when others have shown that each stands as it is held here
     */
    static Recognitions together(
            List<Held> all, ToIntFunction<Held> number, Function<Held, Instant> confirmedAt, Instant now) {
        Map<URI, Government> governments = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Held held : all) {
            Recognitions one = of(held, confirmedAt.apply(held), now);
            one.governments().forEach(government -> governments.putIfAbsent(government.entity(), government));
            List<URI> places = List.copyOf(governments.keySet());
            one.lines().stream()
                    .map(line -> new Line(
                            places.indexOf(one.governments().get(line.from()).entity()),
                            places.indexOf(one.governments().get(line.to()).entity()),
                            line.credentialType(),
                            String.valueOf(number.applyAsInt(held)),
                            line.state()))
                    .distinct()
                    .forEach(lines::add);
        }
        return new Recognitions(List.copyOf(governments.values()), lines);
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

    /** The drawing with arrows; empty when there are more governments than can be told apart in one, or nothing to draw. */
    public Optional<Drawing> drawing() {
        return Drawing.of(this);
    }

    /** The drawing in rows and columns, where there are too many governments for one with arrows. */
    public Optional<Grid> grid() {
        return Grid.of(this);
    }
}
