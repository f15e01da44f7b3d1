package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.course.Postings;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Deed;
import org.entente.node.agreements.held.Deeds;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Makes a document of a draft, with what the parties publish of themselves, and proposes it to them. */
@Component
public class ProposeEntente {
    private final MeetParties meetParties;
    private final Ledger ledger;
    private final Ententes ententes;
    private final TakeMove takeMove;
    private final Deeds deeds;
    private final Postings postings;
    private final Keys keys;
    private final NodeIdentity node;
    private final TransactionOperations transactions;

    ProposeEntente(
            MeetParties meetParties,
            Ledger ledger,
            Ententes ententes,
            TakeMove takeMove,
            Deeds deeds,
            Postings postings,
            Keys keys,
            NodeIdentity node,
            TransactionOperations transactions) {
        this.meetParties = meetParties;
        this.ledger = ledger;
        this.ententes = ententes;
        this.takeMove = takeMove;
        this.deeds = deeds;
        this.postings = postings;
        this.keys = keys;
        this.node = node;
        this.transactions = transactions;
    }

    /**
     * Proposes.
     *
     * @param draft see {@link Draft}
     * @param officer who proposes, see {@link Officers}
     * @throws org.entente.protocols.ProtocolError {@code invalid_entente} when the draft makes no valid document
     */
    public ProposeOutcome propose(ObjectNode draft, String officer, Instant now) {
        List<URI> parties = new ArrayList<>(Draft.entities(draft));
        if (!parties.contains(node.entityId())) {
            return new ProposeOutcome.NotAParty();
        }
        return switch (meetParties.meet(parties, now)) {
            case Meeting.Absent(URI entity) -> new ProposeOutcome.PartyAbsent(entity);
            case Meeting.Differs(URI entity) -> new ProposeOutcome.PartyAbsent(entity);
            case Meeting.Met(Map<URI, PartyFacts> facts) ->
                propose(Draft.complete(draft, node.entityId(), facts), officer, now);
        };
    }

    private ProposeOutcome propose(Entente entente, String officer, Instant now) {
        List<Text> broken = GoldenCases.broken(entente).stream()
                .map(result -> result.golden().title())
                .toList();
        if (!broken.isEmpty()) {
            return new ProposeOutcome.GoldenCasesBroken(broken);
        }
        return transactions.execute(transaction -> {
            ledger.open();
            if (ententes.find(entente.name()).isPresent()) {
                return new ProposeOutcome.NameTaken();
            }
            if (!ententes.haveRoom()) {
                return new ProposeOutcome.Full();
            }
            Move move = Move.sign(
                    keys.federation(),
                    entente,
                    entente.depositary().key(),
                    now,
                    new Move.Step.Propose(entente.hash(), 1, ""));
            Optional<Refused> refused = takeMove.take(move, List.of(entente), node.entityId(), now);
            if (refused.isPresent()) {
                throw new ProtocolError("invalid_entente", refused.get().reason());
            }
            deeds.note(entente.name(), Deed.Kind.PROPOSED, entente.hash(), By.one(officer), now);
            postings.move(entente.parties(), move, Map.of(entente.hash(), entente), now);
            return new ProposeOutcome.Proposed(entente);
        });
    }
}
