package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.CommonGround;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Standing;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.Receiver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notes where a party stands, by the last transition that it took: only what the depositary answers for is believed, whoever
 * brings it. One that comes next here is taken, and one that goes beyond what we hold puts us out of step until the
 * depositary's public record has brought the rest, or has shown that there is none.
 */
@Component
class StandingReceiver implements Receiver {
    private final Ledger ledger;
    private final Ententes ententes;
    private final CommonGround commonGround;
    private final TakeTransition takeTransition;

    StandingReceiver(Ledger ledger, Ententes ententes, CommonGround commonGround, TakeTransition takeTransition) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.commonGround = commonGround;
        this.takeTransition = takeTransition;
    }

    @Override
    public String type() {
        return MessageType.STANDING;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        Transition last = Transition.parse(body.path("transition").stringValue());
        ledger.open();
        Optional<Held> held = ententes.at(last.entente());
        if (held.isEmpty()) {
            return Refusals.UNKNOWN_ENTENTE;
        }
        Optional<Party> party = held.get().party(sender);
        if (party.isEmpty()) {
            return Refusals.NOT_A_PARTY;
        }
        if (last.successor().isPresent() && takeTransition.take(held.get(), last, now) instanceof Verdict.Applied) {
            return new ReceiveOutcome.Accepted();
        }
        // What we hold ourselves was verified when it was taken, by the keys that the depositary had then.
        boolean known = held.get().agreesWith(Standing.at(last, now));
        if (!known && !held.get().isAnsweredFor(last)) {
            return Refusals.because(Rejection.NOT_BY_DEPOSITARY);
        }
        note(held.get(), party.get(), last, now);
        return new ReceiveOutcome.Accepted();
    }

    private void note(Held held, Party by, Transition last, Instant now) {
        String name = held.entente().name();
        Standing standing = Standing.at(last, now);
        commonGround.note(held, by.key(), standing);
        ententes.note(name, by.key(), standing);
        if (last.number() == held.chain().number() + 1) {
            takeTransition.take(held, last, now);
        }
    }
}
