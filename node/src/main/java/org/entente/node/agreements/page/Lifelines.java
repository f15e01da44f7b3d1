package org.entente.node.agreements.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Transition;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;

/**
 * The life of an entente drawn along time: a lane for each party, from when it was bound, with what was suspended of its part,
 * and a line where each version came into force. Nobody is bound before the term of the first version or after that of the
 * present one.
 *
 * @param from where the drawing begins
 * @param until where it ends: now, or later where a party has given notice
 * @param today where now is, if the drawing goes on after it
 */
public record Lifelines(
        Instant from, Instant until, int height, List<Lane> lanes, List<Mark> marks, Optional<Integer> today) {
    public static final int WIDTH = 400;
    /** From the name of a lane to its bar. */
    public static final int BAR = 7;

    public static final int BAR_HEIGHT = 12;

    private static final int MARGIN = 8;
    private static final int TOP = 44;
    private static final int LANE = 44;
    private static final int BOTTOM = 28;
    private static final int BETWEEN_LABELS = 16;
    private static final int THINNEST = 3;
    private static final int LONGEST_NAME = 40;

    /** A party: where its name stands, and its bars, those of what was suspended last. */
    public record Lane(Text name, int y, List<Bar> bars) {
        /** The name, shortened where the drawing has no room; the table of the parties has it whole. */
        public String shortName(Language language) {
            return NameLines.shortened(name.in(language), LONGEST_NAME);
        }
    }

    /** A time on a lane. */
    public record Bar(Kind kind, int x, int width) {}

    /** A version that came into force; without a label where another stands too near. */
    public record Mark(int x, Optional<Integer> version) {}

    /** What a bar says. */
    public enum Kind {
        BOUND,
        /** It has left, and what it issued is still recognised. */
        SUNSET,
        /** Something of its part was suspended. */
        SUSPENDED
    }

    private record Stay(String party, Instant since) {}

    private record Stop(String party, Instant since, Instant end) {}

    /** Empty before the entry into force. */
    static Optional<Lifelines> of(Held held, Instant now) {
        return held.chain().hasEntered() ? Optional.of(new Drawer(held, now).draw()) : Optional.empty();
    }

    private static final class Drawer {
        private final Held held;
        private final Instant now;
        private final Map<Stay, Member> stays = new LinkedHashMap<>();
        private final Map<String, Stop> stops = new LinkedHashMap<>();
        private final Instant from;
        private final Instant until;
        private final Instant begins;
        private final Instant ends;

        Drawer(Held held, Instant now) {
            this.held = held;
            this.now = now;
            for (Recorded recorded : held.transitions()) {
                note(recorded.after(), recorded.transition().at());
            }
            note(held.state(), now);
            this.from = held.transitions().getFirst().transition().at();
            this.begins = held.transitions().getFirst().after().entente().term().from();
            this.ends = held.entente().term().until();
            this.until = stays.values().stream()
                    .filter(Member::isLeaving)
                    .flatMap(member -> Stream.of(member.until(), member.sunset()))
                    .map(moment -> earlier(moment, ends))
                    .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
        }

        /** What is not suspended in a state any more ended with the transition that led to it. */
        private void note(EntenteState state, Instant at) {
            state.members().forEach((key, member) -> stays.put(new Stay(key, member.since()), member));
            Set<String> lasting = state.suspensions().keySet();
            stops.replaceAll((id, stop) -> lasting.contains(id) || !stop.end().equals(Instant.MAX)
                    ? stop
                    : new Stop(stop.party(), stop.since(), at));
            for (Suspension suspension : state.suspensions().values()) {
                stops.putIfAbsent(
                        suspension.id(), new Stop(suspension.target().party(), suspension.since(), Instant.MAX));
            }
        }

        Lifelines draw() {
            List<Lane> lanes = new ArrayList<>();
            for (String party : held.chain().members().keySet()) {
                int y = TOP + LANE * lanes.size();
                Text name = held.chain().member(party).orElseThrow().party().name();
                lanes.add(new Lane(name, y, bars(party)));
            }
            return new Lifelines(
                    from,
                    until,
                    TOP + LANE * lanes.size() + BOTTOM,
                    List.copyOf(lanes),
                    marks(),
                    until.isAfter(now) ? Optional.of(x(now)) : Optional.empty());
        }

        private List<Bar> bars(String party) {
            List<Bar> bars = new ArrayList<>();
            stays.forEach((stay, member) -> {
                if (stay.party().equals(party)) {
                    bar(Kind.BOUND, member.since(), bound(member)).ifPresent(bars::add);
                    if (member.isLeaving() && earlier(member.sunset(), ends).isAfter(member.until())) {
                        bar(Kind.SUNSET, member.until(), member.sunset()).ifPresent(bars::add);
                    }
                }
            });
            stops.values().stream()
                    .filter(stop -> stop.party().equals(party))
                    .flatMap(stop -> bar(Kind.SUSPENDED, stop.since(), earlier(stop.end(), now)).stream())
                    .distinct()
                    .forEach(bars::add);
            return bars;
        }

        /** A party that nobody knows to leave is bound to this day; what comes, the drawing does not foretell. */
        private Instant bound(Member member) {
            return member.isLeaving() ? member.until() : now;
        }

        private List<Mark> marks() {
            List<Mark> marks = new ArrayList<>();
            int labelled = -BETWEEN_LABELS;
            for (Recorded recorded : held.transitions()) {
                if (recorded.transition().content() instanceof Transition.Content.EntryIntoForce) {
                    int x = x(recorded.transition().at());
                    boolean room = x - labelled >= BETWEEN_LABELS;
                    labelled = room ? x : labelled;
                    marks.add(new Mark(
                            x, Optional.of(recorded.after().entente().version()).filter(version -> room)));
                }
            }
            return marks;
        }

        /** What of a time lies within the term; empty when nothing does. */
        private Optional<Bar> bar(Kind kind, Instant since, Instant end) {
            Instant first = since.isBefore(begins) ? begins : since;
            Instant last = earlier(end, ends);
            int x = x(first);
            return first.isAfter(last)
                    ? Optional.empty()
                    : Optional.of(new Bar(kind, x, Math.max(THINNEST, x(last) - x)));
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private int x(Instant moment) {
            double whole = Math.max(1, Duration.between(from, until).toMillis());
            double part = Duration.between(from, earlier(moment, until)).toMillis();
            return MARGIN + (int) Math.round((WIDTH - 2 * MARGIN) * Math.max(0, part) / whole);
        }
    }
}
