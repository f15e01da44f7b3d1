package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Acts;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.ReceiveOutcome.Accepted;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.frontier.Receiver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes the acts of parties and of newcomers; the depositary then orders what is ready. */
@Component
class ActReceiver implements Receiver {
    private final Ledger ledger;
    private final Ententes ententes;
    private final Acts acts;
    private final Waiting waiting;
    private final OrderTransitions orderTransitions;

    ActReceiver(Ledger ledger, Ententes ententes, Acts acts, Waiting waiting, OrderTransitions orderTransitions) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.acts = acts;
        this.waiting = waiting;
        this.orderTransitions = orderTransitions;
    }

    @Override
    public String type() {
        return MessageType.ACT;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        List<SignedAct> together = body.path("acts")
                .valueStream()
                .map(jws -> SignedAct.parse(jws.stringValue()))
                .toList();
        ledger.open();
        for (SignedAct act : together) {
            Optional<Refused> refused = take(act, sender, together, now);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return new Accepted();
    }

    private Optional<Refused> take(SignedAct act, URI sender, List<SignedAct> together, Instant now) {
        Optional<Held> found = ententes.at(act.entente());
        if (found.isEmpty()) {
            return Optional.of(Refusals.UNKNOWN_ENTENTE);
        }
        Held held = found.get();
        String name = held.entente().name();
        Optional<SignedAct> known = acts.find(name, act.party(), act.id());
        if (known.isPresent()) {
            return known.get().jws().equals(act.jws())
                    ? Optional.empty()
                    : Optional.of(Refusals.because(Rejection.SPENT));
        }
        boolean accedes = act.act() instanceof Act.Accede;
        Optional<Rejection> objection = waiting.objection(held, act, now)
                .or(() -> accedes ? waiting.objectionToBearer(held, act, sender, together) : Optional.empty());
        if (objection.isPresent()) {
            return objection.map(Refusals::because);
        }
        acts.add(name, act, sender, now);
        if (act.act() instanceof Act.Accede(Party newcomer) && newcomer.entity().equals(sender)) {
            waiting.forgetEarlier(held, act);
        }
        orderTransitions.orderWhatIsReady(name, now);
        return Optional.empty();
    }
}
