package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.course.MessageType;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.ReceiveOutcome.Accepted;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.frontier.Receiver;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a proposal if it is sound and states this node and its proposer as they are. Whether it is also good is for people:
 * it then waits for our own approval.
 */
@Component
class ProposalReceiver implements Receiver {
    private final Ledger ledger;
    private final Ententes ententes;
    private final Events events;
    private final MeetParties meetParties;
    private final NodeIdentity node;

    ProposalReceiver(Ledger ledger, Ententes ententes, Events events, MeetParties meetParties, NodeIdentity node) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.events = events;
        this.meetParties = meetParties;
        this.node = node;
    }

    @Override
    public String type() {
        return MessageType.PROPOSAL;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        Entente entente = Entente.parse((ObjectNode) body.path("document"));
        Optional<Refused> objection = objection(entente, sender);
        if (objection.isPresent()) {
            return objection.get();
        }
        ledger.open();
        Optional<Held> known = ententes.find(entente.name());
        if (known.isPresent()) {
            return known.get().entente().equals(entente)
                    ? new Accepted()
                    : new Refused("name_taken", "another entente of that name is held here");
        }
        if (!ententes.haveRoom()) {
            return new Refused("full", "as many ententes are held here as can be");
        }
        ententes.add(entente, Part.PROPOSED, now);
        events.note(
                entente.name(),
                entente.hash(),
                new Events.Event(Events.What.PROPOSED, entente.depositary().key(), now));
        return new Accepted();
    }

    private Optional<Refused> objection(Entente entente, URI sender) {
        if (!Origins.of(entente.id()).equals(sender)) {
            return refused("not_the_proposer", "the entente's address is on another node than the sender's");
        }
        if (entente.version() != 1) {
            return refused("not_a_first_version", "only a first version is proposed");
        }
        if (!entente.staleClauses().isEmpty()) {
            return refused("stale_clause", "a clause does not match its text");
        }
        if (!GoldenCases.broken(entente).isEmpty()) {
            return refused("golden_cases", "the clauses do not decide the worked examples as they say");
        }
        Optional<Party> us = entente.parties().stream()
                .filter(party -> party.entity().equals(node.entityId()))
                .findFirst();
        if (us.isEmpty()) {
            return refused("not_a_party", "this node is no party to the entente");
        }
        return meetParties.ourselves().match(us.get())
                ? Optional.empty()
                : refused("wrong_keys", "this node has other keys than the document states");
    }

    private static Optional<Refused> refused(String code, String reason) {
        return Optional.of(new Refused(code, reason));
    }
}
