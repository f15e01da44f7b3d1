package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.course.MessageType;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.ReceiveOutcome.Accepted;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.frontier.Receiver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes a party's move, from itself or passed on by another party. What it proposes then waits for people. */
@Component
class MoveReceiver implements Receiver {
    private final Ledger ledger;
    private final TakeMove takeMove;

    MoveReceiver(Ledger ledger, TakeMove takeMove) {
        this.ledger = ledger;
        this.takeMove = takeMove;
    }

    @Override
    public String type() {
        return MessageType.MOVE;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        Move move = Move.parse(body.path("move").stringValue());
        List<Entente> text =
                body.path("document") instanceof ObjectNode document ? List.of(Entente.parse(document)) : List.of();
        ledger.open();
        Optional<Refused> refused = takeMove.take(move, text, sender, now);
        return refused.<ReceiveOutcome>map(reason -> reason).orElseGet(Accepted::new);
    }
}
