package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.course.MessageType;
import org.entente.node.agreements.course.OrderTransitions;
import org.entente.node.agreements.course.Refusals;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.ReceiveOutcome.Accepted;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.frontier.Receiver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes another party's signature, whoever passes it on; with the last one the depositary orders the entry into force. */
@Component
class SignatureReceiver implements Receiver {
    private final Ledger ledger;
    private final Ententes ententes;
    private final Events events;
    private final OrderTransitions orderTransitions;

    SignatureReceiver(Ledger ledger, Ententes ententes, Events events, OrderTransitions orderTransitions) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.events = events;
        this.orderTransitions = orderTransitions;
    }

    @Override
    public String type() {
        return MessageType.SIGNATURE;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        ledger.open();
        return ententes.at(URI.create(body.path("entente").stringValue()))
                .<ReceiveOutcome>map(held -> receive(held, sender, body, now))
                .orElse(Refusals.UNKNOWN_ENTENTE);
    }

    private ReceiveOutcome receive(Held held, URI sender, ObjectNode body, Instant now) {
        if (held.party(sender).isEmpty()) {
            return Refusals.NOT_A_PARTY;
        }
        Optional<Entente> text = held.text(body.path("document").stringValue());
        if (text.isEmpty()) {
            return Refusals.because(Rejection.OTHER_DOCUMENT);
        }
        ObjectNode signature = (ObjectNode) body.path("signature");
        Optional<String> signatory =
                Signatures.signatory(text.get(), held.chain().pinned(text.get()), signature);
        if (signatory.isEmpty()) {
            return new Refused("wrong_signature", "no key that is pinned for a party made the signature");
        }
        if (!cameIntoForce(held, text.get())) {
            ententes.addSignature(text.get(), signatory.get(), signature, now);
            events.note(text.get(), Events.What.SIGNED, signatory.get(), now);
        }
        orderTransitions.orderWhatIsReady(text.get().name(), now);
        return new Accepted();
    }

    /** What is in force stays signed as it was: no later signature, under whatever key, takes the place of one that counted. */
    private static boolean cameIntoForce(Held held, Entente text) {
        return held.chain().hasEntered()
                && (held.chain().entente().equals(text)
                        || held.chain().earlier().contains(text.hash()));
    }
}
