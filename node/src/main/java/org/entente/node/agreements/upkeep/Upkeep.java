package org.entente.node.agreements.upkeep;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.held.Shortfall;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Transition;
import org.entente.node.frontier.Watched;
import org.entente.node.kernel.Origins;

/**
 * How the parties of an entente keep up what they promise, as far as this node sees it.
 *
 * @param parties the others that are bound
 * @param incidents of all that are bound, our own too
 */
public record Upkeep(Promise promise, List<Seen> parties, List<Incident> incidents) {
    public Upkeep {
        parties = List.copyOf(parties);
        incidents = List.copyOf(incidents);
    }

    /**
     * How a party answered.
     *
     * @param allowance for how long it may be away
     */
    public record Seen(Party party, Watched watched, Duration allowance) {
        /** Whether anything was seen of it. */
        public boolean isMeasured() {
            return !watched.watched().isZero();
        }

        /** Whether it was away for longer than the promise leaves, whatever the rest of the time brings. */
        public boolean isShort() {
            return watched.missed().compareTo(allowance) > 0;
        }
    }

    /** The first day of the window that ends today (UTC). */
    static LocalDate firstDay(Instant now) {
        return day(now).minusDays(Promise.WINDOW.toDays() - 1);
    }

    /**
     * How an entente is kept up; empty where it promises nothing, or does not bind us now.
     *
     * @param us the entity identifier of this node
     * @param days what was seen of each publisher since {@link #firstDay}
     */
    static Optional<Upkeep> of(Held held, URI us, Map<URI, Map<LocalDate, Watched>> days, Instant now) {
        List<Member> bound = held.chain().hasEntered() ? held.chain().boundAt(now) : List.of();
        boolean binds = held.entente().term().contains(now)
                && bound.stream().anyMatch(member -> member.party().entity().equals(us));
        if (!binds) {
            return Optional.empty();
        }
        Instant promised = promised(held);
        return Promise.of(held.entente(), now)
                .map(promise -> new Upkeep(
                        promise,
                        bound.stream()
                                .filter(member -> !member.party().entity().equals(us))
                                .map(member -> seen(member, promise, promised, days))
                                .toList(),
                        Incident.of(held, promise, promised)));
    }

    /** When the text in force came into force: what it promises it promises from then on. */
    private static Instant promised(Held held) {
        return held.transitions().stream()
                .map(Recorded::transition)
                .filter(transition -> transition.content() instanceof Transition.Content.EntryIntoForce)
                .filter(transition ->
                        transition.document().equals(held.entente().hash()))
                .map(Transition::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /**
     * Of the day on which a party was bound, and of that on which the text came into force, nothing counts: what was seen of it
     * before it did not promise.
     */
    private static Seen seen(Member member, Promise promise, Instant promised, Map<URI, Map<LocalDate, Watched>> days) {
        LocalDate bound = day(member.since().isAfter(promised) ? member.since() : promised);
        Watched watched = days.getOrDefault(Origins.of(member.party().entity()), Map.of()).entrySet().stream()
                .filter(seen -> seen.getKey().isAfter(bound))
                .map(Map.Entry::getValue)
                .reduce(Watched.NEVER, Watched::and);
        return new Seen(member.party(), watched, promise.allowance());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** What falls short now. */
    Set<Shortfall.What> shortfalls(Instant now) {
        Set<Shortfall.What> all = new HashSet<>();
        parties.stream()
                .filter(Seen::isShort)
                .forEach(seen -> all.add(new Shortfall.What(
                        seen.party().key(),
                        Shortfall.Kind.AVAILABILITY,
                        promise.clauses().getFirst())));
        incidents.stream()
                .filter(incident -> incident.isOverdueAt(now))
                .forEach(incident -> all.add(new Shortfall.What(
                        incident.party().key(),
                        Shortfall.Kind.INCIDENT,
                        incident.suspension().id())));
        return all;
    }
}
