package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Standing;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.Receiver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Notes where another party says that it stands. */
@Component
class StandingReceiver implements Receiver {
    private final Ledger ledger;
    private final Ententes ententes;

    StandingReceiver(Ledger ledger, Ententes ententes) {
        this.ledger = ledger;
        this.ententes = ententes;
    }

    @Override
    public String type() {
        return MessageType.STANDING;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        ledger.open();
        return ententes.at(URI.create(body.path("entente").stringValue()))
                .<ReceiveOutcome>map(held -> note(held, sender, body, now))
                .orElse(Refusals.UNKNOWN_ENTENTE);
    }

    private ReceiveOutcome note(Held held, URI sender, ObjectNode body, Instant now) {
        Standing standing =
                new Standing(body.path("number").intValue(), body.path("head").stringValue(), now);
        return held.party(sender)
                .<ReceiveOutcome>map(party -> {
                    ententes.note(held.entente().name(), party.key(), standing);
                    return new ReceiveOutcome.Accepted();
                })
                .orElse(Refusals.NOT_A_PARTY);
    }
}
