package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a text of a draft and puts it on the table: in answer to the text that is there, or as the next version of the entente
 * in force.
 */
@Component
public class ReviseEntente {
    private final Holdings holdings;
    private final MeetParties meetParties;
    private final MakeMove makeMove;
    private final NodeIdentity node;

    ReviseEntente(Holdings holdings, MeetParties meetParties, MakeMove makeMove, NodeIdentity node) {
        this.node = node;
        this.holdings = holdings;
        this.meetParties = meetParties;
        this.makeMove = makeMove;
    }

    /**
     * Proposes.
     *
     * @param predecessor the hash of the text that our officers answer: the one on the table, or the one in force
     * @param draft see {@link Draft}; without parties, they are stated as before, and we as we approve
     * @param officer who proposes, see {@link Officers}
     * @throws org.entente.protocols.ProtocolError {@code invalid_entente} when the draft makes no valid document
     */
    public MoveOutcome propose(String name, String predecessor, ObjectNode draft, String officer, Instant now) {
        Optional<Held> held = holdings.find(name);
        Optional<Entente> answered = held.flatMap(found -> found.text(predecessor));
        if (held.isEmpty()
                || held.get().negotiation().moves().isEmpty()
                        && !held.get().chain().hasEntered()) {
            return new MoveOutcome.NotFound();
        }
        if (answered.isEmpty()) {
            return new MoveOutcome.OtherText();
        }
        List<Party> parties = stated(held.get(), now);
        return switch (meetParties.meet(parties.stream().map(Party::entity).toList(), now)) {
            case Meeting.Absent ignored -> new MoveOutcome.PartyAbsent();
            case Meeting.Differs ignored -> new MoveOutcome.PartyAbsent();
            case Meeting.Met(Map<URI, PartyFacts> facts) -> {
                Entente text = Draft.revise(
                        draft, answered.get(), held.get().negotiation().version(), parties, facts);
                yield makeMove.propose(text, predecessor, officer, now);
            }
        };
    }

    /** What others stated for us is not stated again by ourselves because nobody looked. */
    private List<Party> stated(Held held, Instant now) {
        Optional<List<Party.Approval>> path = held.talks().map(Talks::path);
        return held.statedWhereNotSaid(now).stream()
                .map(party -> path.filter(ours -> party.entity().equals(node.entityId()))
                        .map(party::approvingBy)
                        .orElse(party))
                .toList();
    }
}
