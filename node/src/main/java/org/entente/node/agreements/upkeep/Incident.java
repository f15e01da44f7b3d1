package org.entente.node.agreements.upkeep;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Heard;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Target;

/**
 * Something that is suspended because of an incident, and until when the party whose part it is answers: by its end, or by an
 * act that says what else holds.
 *
 * @param party whose part is suspended
 * @param answered whether it has answered, though the suspension lasts
 */
public record Incident(Suspension suspension, Party party, Instant due, boolean answered) {
    /** The causes that are incidents; maintenance and disagreement are none. */
    static final Set<Act.Cause> CAUSES = Set.of(Act.Cause.KEY_COMPROMISE, Act.Cause.ERROR_IN_ISSUANCE);

    /** Whether the time is over and no answer has come. */
    public boolean isOverdueAt(Instant now) {
        return !answered && now.isAfter(due);
    }

    /**
     * The incidents that last, the oldest first.
     *
     * @param promised since when the time to answer is promised: for what happened before, it runs from then on
     */
    static List<Incident> of(Held held, Promise promise, Instant promised) {
        return held.state().suspensions().values().stream()
                .filter(suspension -> CAUSES.contains(suspension.cause()))
                .sorted(Comparator.comparing(Suspension::since).thenComparing(Suspension::id))
                .flatMap(suspension -> held.chain().member(suspension.target().party()).stream()
                        .map(member -> new Incident(
                                suspension,
                                member.party(),
                                (suspension.since().isAfter(promised) ? suspension.since() : promised)
                                        .plus(promise.incidentResponse()),
                                isAnswered(held, suspension))))
                .toList();
    }

    /** What a party signed counts from when it was ordered or heard, and not from when it says. */
    private static boolean isAnswered(Held held, Suspension suspension) {
        Stream<Heard> ordered = held.transitions().stream()
                .filter(recorded -> recorded.transition().at().isAfter(suspension.since()))
                .flatMap(recorded -> recorded.transition().acts().stream()
                        .map(act -> new Heard(act, recorded.transition().at())));
        return Stream.concat(ordered, held.waiting().stream())
                .filter(heard -> heard.at().isAfter(suspension.since()))
                .map(Heard::act)
                .filter(act -> act.party().equals(suspension.target().party()))
                .filter(act -> !act.name().equals(suspension.id()))
                .anyMatch(act -> says(act.act(), act.party()));
    }

    /** Whether by such an act a party says how things stand on its side. */
    private static boolean says(Act act, String party) {
        return switch (act) {
            case Act.Suspend(Target target, Act.Cause ignored) -> target.party().equals(party);
            case Act.RollOver ignored -> true;
            case Act.Withdraw() -> true;
            case Act.Lift ignored -> false;
            case Act.Accede ignored -> false;
            case Act.Approve ignored -> false;
            case Act.Entrust ignored -> false;
        };
    }
}
