package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.course.OrderTransitions;
import org.entente.node.agreements.course.Postings;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs an entente with this government's federation key and sends the signature to the other parties. Before that every
 * party's keys in the document are compared with those that the party itself publishes, so that nobody is bound to a
 * partner that somebody else invented.
 */
@Component
public class SignEntente {
    private final MeetParties meetParties;
    private final Holdings holdings;
    private final Ledger ledger;
    private final Ententes ententes;
    private final Events events;
    private final Postings postings;
    private final OrderTransitions orderTransitions;
    private final Keys keys;
    private final NodeIdentity node;
    private final TransactionOperations transactions;

    SignEntente(
            MeetParties meetParties,
            Holdings holdings,
            Ledger ledger,
            Ententes ententes,
            Events events,
            Postings postings,
            OrderTransitions orderTransitions,
            Keys keys,
            NodeIdentity node,
            TransactionOperations transactions) {
        this.meetParties = meetParties;
        this.holdings = holdings;
        this.ledger = ledger;
        this.ententes = ententes;
        this.events = events;
        this.postings = postings;
        this.orderTransitions = orderTransitions;
        this.keys = keys;
        this.node = node;
        this.transactions = transactions;
    }

    /** Signs; once is enough. */
    public SignOutcome sign(String name, Instant now) {
        Optional<Held> held = holdings.find(name);
        if (held.isEmpty()) {
            return new SignOutcome.NotFound();
        }
        if (held.get().part() == Part.SIGNED) {
            return new SignOutcome.Done();
        }
        return switch (meetParties.compare(held.get().entente().parties(), now)) {
            case Meeting.Absent(URI entity) -> new SignOutcome.PartyAbsent(entity);
            case Meeting.Differs(URI entity) -> new SignOutcome.PartyDiffers(entity);
            case Meeting.Met ignored -> transactions.execute(transaction -> signApproved(name, now));
        };
    }

    private SignOutcome signApproved(String name, Instant now) {
        ledger.open();
        Held held = ententes.find(name).orElseThrow();
        return switch (held.part()) {
            case PROPOSED -> new SignOutcome.NotApproved();
            case ACCEDING -> new SignOutcome.NotFound();
            case SIGNED -> new SignOutcome.Done();
            case APPROVED -> {
                sign(held, held.party(node.entityId()).orElseThrow(), now);
                yield new SignOutcome.Done();
            }
        };
    }

    private void sign(Held held, Party us, Instant now) {
        String name = held.entente().name();
        ObjectNode signature = Signatures.sign(held.entente(), keys.federation());
        ententes.advance(name, Part.SIGNED);
        ententes.addSignature(name, us.key(), signature, now);
        events.note(name, held.entente().hash(), new Events.Event(Events.What.SIGNED, us.key(), now));
        postings.signature(held.entente(), signature, now);
        orderTransitions.orderWhatIsReady(name, now);
    }
}
