package org.entente.node.agreements.drafting;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.drafting.KeptDraft.Answer;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.agreements.simulate.Subject;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/** Makes the document that a draft would be, to try it; asks nobody, and keeps nothing. */
@Component
public class TryDraft {
    private final Holdings holdings;
    private final MeetParties meetParties;
    private final NodeIdentity node;

    TryDraft(Holdings holdings, MeetParties meetParties, NodeIdentity node) {
        this.holdings = holdings;
        this.meetParties = meetParties;
        this.node = node;
    }

    /**
     * The draft beside what it would answer or replace; beside itself, as if all had signed it, where it begins a new entente.
     *
     * @throws ProtocolError {@code invalid_entente} when it makes no valid document yet
     */
    public Subject subject(KeptDraft draft, Instant now) {
        String path = "/drafts/" + draft.id();
        return draft.answer()
                .map(answer -> answering(draft, answer, path, now))
                .orElseGet(() -> Subject.alone(path, draft.title(), first(draft, now)));
    }

    private Entente first(KeptDraft draft, Instant now) {
        return Draft.complete(draft.proposed(), node.entityId(), facts(Draft.entities(draft.proposed()), now));
    }

    private Subject answering(KeptDraft draft, Answer answer, String path, Instant now) {
        Held held = holdings.find(answer.entente()).orElseThrow(TryDraft::nothingToAnswer);
        Entente answered = held.text(answer.predecessor()).orElseThrow(TryDraft::nothingToAnswer);
        List<Party> parties = held.statedWhereNotSaid(now);
        Map<URI, PartyFacts> facts = facts(parties.stream().map(Party::entity).toList(), now);
        Entente text =
                Draft.revise(draft.proposed(), answered, held.negotiation().version(), parties, facts);
        return Subject.beside(path, draft.title(), held, text);
    }

    private static ProtocolError nothingToAnswer() {
        return new ProtocolError("invalid_entente", "the text that the draft answers is not here any more");
    }

    private Map<URI, PartyFacts> facts(List<URI> entities, Instant now) {
        if (meetParties.recall(entities, now) instanceof Meeting.Met(Map<URI, PartyFacts> facts)) {
            return facts;
        }
        throw new ProtocolError("invalid_entente", "a party is not known");
    }
}
