package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.held.Acts;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.ReceiveOutcome.Accepted;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.frontier.Receiver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the acts of parties and of newcomers; the depositary then orders what is ready. */
@Component
class ActReceiver implements Receiver {
    /** The most acts that wait on one entente: a party that floods it is refused, and what waits stays. */
    private static final int MAX_PENDING = 256;

    private final Ledger ledger;
    private final Ententes ententes;
    private final Acts acts;
    private final OrderTransitions orderTransitions;

    ActReceiver(Ledger ledger, Ententes ententes, Acts acts, OrderTransitions orderTransitions) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.acts = acts;
        this.orderTransitions = orderTransitions;
    }

    @Override
    public String type() {
        return MessageType.ACT;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        ledger.open();
        for (JsonNode jws : body.path("acts")) {
            Optional<Refused> refused = take(SignedAct.parse(jws.stringValue()), now);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return new Accepted();
    }

    private Optional<Refused> take(SignedAct act, Instant now) {
        Optional<Held> found = ententes.at(act.entente());
        if (found.isEmpty()) {
            return Optional.of(Refusals.UNKNOWN_ENTENTE);
        }
        Held held = found.get();
        String name = held.entente().name();
        Optional<SignedAct> known = acts.find(name, act.id());
        if (known.isPresent()) {
            return known.get().jws().equals(act.jws())
                    ? Optional.empty()
                    : Optional.of(Refusals.because(Rejection.SPENT));
        }
        if (held.pending().size() >= MAX_PENDING) {
            return Optional.of(new Refused("too_many_acts", "too many acts wait on the entente"));
        }
        Optional<Rejection> objection = held.chain().objection(act, held.pending(), now);
        if (objection.isPresent()) {
            return objection.map(Refusals::because);
        }
        acts.add(name, act, now);
        orderTransitions.orderWhatIsReady(name, now);
        return Optional.empty();
    }
}
