package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes this room's messages and puts them into the outbox for parties other than ourselves. */
@Component
public class Postings {
    private final Frontier frontier;
    private final NodeIdentity node;

    Postings(Frontier frontier, NodeIdentity node) {
        this.frontier = frontier;
        this.node = node;
    }

    public void proposal(Entente entente, Instant now) {
        ObjectNode body = Json.newObject();
        body.set("document", entente.json());
        post(entente.parties(), MessageType.PROPOSAL, body, now);
    }

    public void signature(Entente entente, ObjectNode signature, Instant now) {
        ObjectNode body =
                Json.newObject().put("entente", entente.id().toString()).put("document", entente.hash());
        body.set("signature", signature);
        post(entente.parties(), MessageType.SIGNATURE, body, now);
    }

    public void acts(EntenteState state, List<SignedAct> acts, Instant now) {
        ObjectNode body = Json.newObject();
        ArrayNode array = body.putArray("acts");
        acts.forEach(act -> array.add(act.jws()));
        post(state.concernedAt(now), MessageType.ACT, body, now);
    }

    void transition(Collection<Party> to, Transition transition, Instant now) {
        post(to, MessageType.TRANSITION, Json.newObject().put("transition", transition.jws()), now);
    }

    void standing(EntenteState state, Transition last, Instant now) {
        post(state.concernedAt(now), MessageType.STANDING, Json.newObject().put("transition", last.jws()), now);
    }

    private void post(Collection<Party> to, String type, ObjectNode body, Instant now) {
        for (Party party : to) {
            URI recipient = party.entity();
            if (!recipient.equals(node.entityId())) {
                frontier.post(recipient, type, body, now);
            }
        }
    }
}
