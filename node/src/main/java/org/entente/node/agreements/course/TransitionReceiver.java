package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.ReceiveOutcome.Accepted;
import org.entente.node.frontier.Receiver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes what a depositary ordered. */
@Component
class TransitionReceiver implements Receiver {
    private final Ledger ledger;
    private final Ententes ententes;
    private final TakeTransition takeTransition;

    TransitionReceiver(Ledger ledger, Ententes ententes, TakeTransition takeTransition) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.takeTransition = takeTransition;
    }

    @Override
    public String type() {
        return MessageType.TRANSITION;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        Transition transition = Transition.parse(body.path("transition").stringValue());
        ledger.open();
        Optional<Held> found = ententes.at(transition.entente());
        if (found.isEmpty()) {
            return Refusals.UNKNOWN_ENTENTE;
        }
        Held held = found.get();
        if (held.hashAt(transition.number()).filter(transition.hash()::equals).isPresent()) {
            return new Accepted();
        }
        return switch (takeTransition.take(held, transition, now)) {
            case Verdict.Applied ignored -> new Accepted();
            case Verdict.Rejected(var reason) -> Refusals.because(reason);
        };
    }
}
