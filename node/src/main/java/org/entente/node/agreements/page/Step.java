package org.entente.node.agreements.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.kernel.Text;

/**
 * One line of what has happened.
 *
 * @param what its name in the catalogue
 * @param who those that did it
 * @param number of the transition; empty for what happened before the entry into force
 * @param hash of the transition, of the document for a proposal
 */
public record Step(Instant at, String what, List<Text> who, Optional<Integer> number, Optional<String> hash) {
    static List<Step> all(Held held, Map<String, Party> parties) {
        List<Step> steps = new ArrayList<>();
        held.events().stream()
                .sorted(Comparator.comparing(Events.Event::at))
                .map(event -> before(held, event, parties))
                .forEach(steps::add);
        held.transitions().stream()
                .map(Recorded::transition)
                .map(transition -> of(transition, held, parties))
                .forEach(steps::add);
        return steps;
    }

    /** The government that an act brings in. */
    static Optional<Party> newcomer(SignedAct act) {
        return act.act() instanceof Act.Accede(Party newcomer) ? Optional.of(newcomer) : Optional.empty();
    }

    private static Step before(Held held, Events.Event event, Map<String, Party> parties) {
        return new Step(
                event.at(),
                event.what().name().toLowerCase(Locale.ROOT),
                List.of(Names.party(parties, event.party())),
                Optional.empty(),
                event.what() == Events.What.PROPOSED
                        ? Optional.of(held.entente().hash())
                        : Optional.empty());
    }

    private static Step of(Transition transition, Held held, Map<String, Party> parties) {
        return switch (transition.content()) {
            case Transition.Content.EntryIntoForce ignored ->
                step(
                        transition,
                        "entry",
                        held.entente().parties().stream().map(Party::name).toList());
            case Transition.Content.Acts(List<SignedAct> acts) ->
                step(
                        transition,
                        what(acts.getFirst().act()),
                        acts.stream()
                                .map(act -> Names.party(parties, act.party()))
                                .toList());
        };
    }

    private static Step step(Transition transition, String what, List<Text> who) {
        return new Step(transition.at(), what, who, Optional.of(transition.number()), Optional.of(transition.hash()));
    }

    private static String what(Act act) {
        return switch (act) {
            case Act.Suspend(var target, var ignored) ->
                "suspend-" + target.direction().name().toLowerCase(Locale.ROOT);
            case Act.Lift ignored -> "lift";
            case Act.Accede ignored -> "accede";
            case Act.Approve ignored -> "approved";
            case Act.Entrust ignored -> "entrust";
            case Act.RollOver ignored -> "roll-over";
            case Act.Withdraw() -> "withdraw";
        };
    }
}
